// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapdata.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace roadstead {

class ResultModel;

/// Keeps a PortMapData up with a model's store while somebody looks at it. What arrives is taken a
/// few times a second, some thousand rows at a time; what would hold up the window's thread
/// (another host, with sixteen million rows there already) is done by a worker on a snapshot, while
/// the old data stays. No timer runs while nothing changes.
class PortMapFeed final : public QObject
{
    Q_OBJECT

public:
    /// More rows than this are left to a worker.
    static constexpr quint32 kMostRowsATurn = 200'000;

    /// `model` must outlive this.
    explicit PortMapFeed(const ResultModel &model, QObject *parent = nullptr);
    ~PortMapFeed() override; ///< calls a worker off; it ends by itself
    Q_DISABLE_COPY_MOVE(PortMapFeed)

    /// The store's index of a host, or PortMapData::kAllHosts. Called off if another is asked for
    /// before it is there.
    void setHost(quint32 host);
    /// The host asked for; data().host() is the one that is there.
    [[nodiscard]] quint32 host() const { return m_host; }
    /// While it is off nothing is done; then it catches up.
    void setActive(bool active);
    /// Everything of the store is in data().
    [[nodiscard]] bool isUpToDate() const;
    [[nodiscard]] const PortMapData &data() const { return *m_data; }
    /// What more rows than are left to a worker; 0: everything. For tests, which have few rows.
    void setMostRowsATurn(quint32 rows) { m_mostRowsATurn = rows; }

signals:
    /// Of the same host: these ports look different, or have other counts.
    void portsChanged(const QList<quint16> &ports);
    /// Anything may be different: another host, another scan, rows that were removed, or very many
    /// at once.
    void dataReplaced();

private:
    struct Job
    {
        quint64 number = 0;
        quint32 host = 0;
        Cancellation cancellation;
    };
    using Data = std::shared_ptr<PortMapData>;

    void onCountsChanged();
    void update();
    void startOver();
    void startJob();
    void cancelJob();
    void onBuilt(quint64 number, const Data &data);

    const ResultModel &m_model;
    Data m_data; ///< its own, but for a worker's that is just handed over
    quint32 m_host = PortMapData::kAllHosts;
    quint32 m_mostRowsATurn = kMostRowsATurn;
    bool m_isActive = false;
    std::optional<Job> m_job;
    quint64 m_jobCount = 0;
    QTimer m_pause;
};

} // namespace roadstead
