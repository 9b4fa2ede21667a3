// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/sample.h"
#include "ui/window/sample.h" // BAD

#include <QColor>
#include <QTableView> // BAD
