// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sample.h"
#include "core/result/sample.h" // BAD
#include "core/scan/sample.h" // BAD
#include "ui/model/sample.h" // BAD
#include "app/cli/sample.h" // BAD
#include "tests/support/sample.h" // BAD
