// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/sample.h"
#include "ui/words/sample.h"
#include "ui/window/sample.h" // BAD

#include <QCoreApplication>
#include <QWidget> // BAD
#include <QIcon> // BAD
