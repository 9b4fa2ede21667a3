// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/sample.h"
#include "ui/words/sample.h"
#include "ui/model/sample.h" // BAD

#include <QCommandLineParser>
#include <QApplication> // BAD
