// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace roadstead {

/// Runs `work` in the thread pool and then `done` with its result in `context`'s thread; not at all
/// if `context` is gone by then. For what is too slow for a window's thread and has no signals of
/// its own: reading a file, parsing megabytes. `work` must only touch what it holds itself.
template <typename T>
void runInBackground(QObject *context, std::function<T()> work, std::function<void(const T &)> done)
{
    auto promise = std::make_shared<QPromise<T>>();
    // The watcher lives and dies with the context, in its thread: no result can arrive at a dead
    // object.
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)] {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             done(watcher->result());
                     });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

/// Waits for everything that runInBackground() has begun: before what it reads is destroyed.
inline void waitForBackground()
{
    QThreadPool::globalInstance()->waitForDone();
}

} // namespace roadstead
