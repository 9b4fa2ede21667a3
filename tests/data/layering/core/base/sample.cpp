// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sample.h"

#include "core/target/sample.h" // BAD
#include "sample.h" // BAD
#include "../target/sample.h" // BAD

#include <QPixmap> // BAD
#include <QString>
#include <QtGlobal>
#include <QtWidgets/QWidget> // BAD
#include <QtGui> // BAD

#include <cstdint>
