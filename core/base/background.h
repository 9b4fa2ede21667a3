// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <functional>
#include <memory>

namespace roadstead {

/// Where work waits for its turn. In each lane but the first it is done one after the other, in a
/// thread of its own: names that take half a minute to look up hold up no sort, and neither does a
/// copy; and two sorts of millions of rows never need their memory at once.
enum class Lane : quint8 {
    Any, ///< as many at once as there are processors; may be held up for long
    Views, ///< makes what a table shows
    Looks, ///< looks through millions of rows for something that somebody waits for
    Copies, ///< puts text together
};
inline constexpr int kLaneCount = 4;

/// To be waited for; work is begun by runInBackground().
inline QThreadPool &poolOf(Lane lane)
{
    struct OneByOne : QThreadPool
    {
        OneByOne() { setMaxThreadCount(1); }
    };
    static std::array<OneByOne, kLaneCount - 1> pools;
    return lane == Lane::Any ? *QThreadPool::globalInstance()
                             : pools.at(static_cast<size_t>(lane) - 1);
}

/// Work on its way to a thread of a pool, which deletes it. The pool hands it over in order; the
/// atomic says so once more where ThreadSanitizer, which does not see into Qt's library, can read
/// it.
class BackgroundTask final : public QRunnable
{
public:
    explicit BackgroundTask(std::function<void()> work)
        : m_work(std::move(work))
    {
        m_isReady.store(true, std::memory_order_release);
    }
    void run() override
    {
        if (m_isReady.load(std::memory_order_acquire))
            m_work();
    }

private:
    std::function<void()> m_work;
    std::atomic<bool> m_isReady = false;
};

/// Runs `work` in a thread of that lane and then `done` with its result in `context`'s thread; not
/// at all if `context` is gone by then. For what is too slow for a window's thread and has no
/// signals of its own: reading a file, parsing megabytes. `work` must only touch what it holds
/// itself.
template <typename T>
void runInBackground(Lane lane, QObject *context, std::function<T()> work,
                     std::function<void(const T &)> done)
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
    poolOf(lane).start(new BackgroundTask([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    }));
}

/// For what is in nobody's way.
template <typename T>
void runInBackground(QObject *context, std::function<T()> work, std::function<void(const T &)> done)
{
    runInBackground<T>(Lane::Any, context, std::move(work), std::move(done));
}

/// Has another thread let go of a value: giving back hundreds of megabytes takes longer than a
/// frame. What it leaves behind, as it is moved away, must be empty or cheap.
template <typename T>
void letGoInBackground(QObject *context, T &&value)
{
    runInBackground<bool>(
        context, [gone = std::forward<T>(value)] { return true; }, [](bool) {});
}

/// Waits for everything that runInBackground() has begun: before what it reads is destroyed.
inline void waitForBackground()
{
    for (const auto lane : {Lane::Any, Lane::Views, Lane::Looks, Lane::Copies})
        poolOf(lane).waitForDone();
}

} // namespace roadstead
