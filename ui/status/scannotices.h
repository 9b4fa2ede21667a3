// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace roadstead {

class MessageBar;
struct Message;

/// Puts what the engine notices into the message bar: what is about one host and may come for
/// hundreds is one message with a count, and what says that the scan waits goes away when it goes
/// on.
class ScanNotices final : public QObject
{
    Q_OBJECT

public:
    /// `bar` must outlive this.
    explicit ScanNotices(MessageBar &bar, QObject *parent = nullptr);
    ~ScanNotices() override;
    Q_DISABLE_COPY_MOVE(ScanNotices)

    void post(const ScanNotice &notice);
    /// A host that was down has answered.
    void takeBackDown(const QString &address);
    /// The scan goes on after a pause.
    void dismissPause();
    /// Nothing waits any more; of hosts that are down, they can now be scanned all the same.
    void endScan();
    /// Forgets what was counted; the bar is cleared by its owner.
    void clear();

signals:
    void editTargetsRequested();
    void resumeRequested();
    void scanDownHostsRequested();

private:
    void postCounted(const ScanNotice &notice);
    /// `change` more of them than before, or less.
    void postSilentHosts(const ScanNotice &notice, int change);
    void postDownHosts();
    /// A message that was closed does not come back with every further host.
    [[nodiscard]] bool wasClosed(const QString &id, qsizetype hosts) const;
    void postChangedNetwork(const ScanNotice &notice);
    void postPlain(const ScanNotice &notice);
    void dismissAll(const QString &prefix);

    MessageBar &m_bar;
    QHash<ScanNoticeCode, QSet<QString>> m_subjects; ///< of those that are counted
    int m_silentHosts = 0; ///< that are waited for
    bool m_isOver = false;
};

} // namespace roadstead
