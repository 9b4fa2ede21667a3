// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>

namespace roadstead {

constexpr bool isThreadSanitizer()
{
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
    return true;
#endif
#endif
    return false;
}

/// Rows of what is to hold on both: this project's event dispatcher and Qt's own.
inline void addDispatcherRows()
{
    QTest::addColumn<bool>("qtDispatcher");
    QTest::newRow("our event dispatcher") << false;
    if (!isThreadSanitizer()) // which does not see what Qt's library synchronises by
        QTest::newRow("Qt's event dispatcher") << true;
}

} // namespace roadstead
