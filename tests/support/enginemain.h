// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/eventdispatcher.h"
#include "core/scan/scanengine.h"

#include <QCoreApplication>
#include <QTest>
#include <QThreadPool>

namespace roadstead {

/// As QTEST_GUILESS_MAIN, for tests that run the engine: on our dispatcher in this thread too, so
/// that ThreadSanitizer can follow what other threads send here.
template <typename Test>
int runEngineTest(int argc, char **argv)
{
    ScanEngine::prepareProcess(); // before there is any thread, as in the programs
    if (auto dispatcher = makeEventDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    const QCoreApplication application(argc, argv);
    // ThreadSanitizer sees how the pool's idle threads line up, but not the mutex they do it under;
    // so none waits for more.
    QThreadPool::globalInstance()->setExpiryTimeout(0);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace roadstead
