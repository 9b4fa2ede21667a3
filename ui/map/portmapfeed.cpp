// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmapfeed.h"

#include "core/base/background.h"
#include "ui/model/resultmodel.h"

#include <chrono>

// Rows never move, so the number of rows taken says all about what is missing: a worker's data is
// of the snapshot's rows, and what arrived meanwhile is simply taken next. When rows are removed or
// put back, all are looked at anew.

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kInterval = 50ms; ///< as often as somebody can see

} // namespace

PortMapFeed::PortMapFeed(const ResultModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_data(std::make_shared<PortMapData>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kInterval);
    connect(&m_pause, &QTimer::timeout, this, &PortMapFeed::update);
    connect(&model, &ResultModel::countsChanged, this, &PortMapFeed::onCountsChanged);
    // Nothing else takes rows away; those that are removed are only marked.
    connect(&model, &ResultModel::modelReset, this, &PortMapFeed::startOver);
}

PortMapFeed::~PortMapFeed()
{
    cancelJob();
}

void PortMapFeed::setHost(quint32 host)
{
    if (host == m_host)
        return;
    m_host = host;
    cancelJob();
    update();
}

void PortMapFeed::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (active) {
        update();
        return;
    }
    m_pause.stop();
    cancelJob();
}

bool PortMapFeed::isUpToDate() const
{
    return m_data->host() == m_host && m_data->rowsTaken() == m_model.store().rowCount()
           && !m_data->isOutdated(m_model.store());
}

void PortMapFeed::onCountsChanged()
{
    // Not started again: while results stream in it would never end.
    if (m_isActive && !m_job && !m_pause.isActive() && !isUpToDate())
        m_pause.start();
}

void PortMapFeed::update()
{
    if (!m_isActive || m_job || isUpToDate())
        return;
    const quint32 rows = m_model.store().rowCount();
    const bool isOther = m_data->host() != m_host || m_data->isOutdated(m_model.store());
    const quint32 missing = isOther ? rows : rows - m_data->rowsTaken();
    if (missing > m_mostRowsATurn)
        return startJob();
    if (isOther)
        m_data = std::make_shared<PortMapData>(m_host);
    m_data->take(m_model.store(), rows);
    const QList<quint16> changed = m_data->takeChanged();
    if (isOther)
        emit dataReplaced();
    else if (!changed.isEmpty())
        emit portsChanged(changed);
}

void PortMapFeed::startOver()
{
    cancelJob();
    m_pause.stop();
    m_data = std::make_shared<PortMapData>(m_host);
    emit dataReplaced();
    onCountsChanged();
}

void PortMapFeed::startJob()
{
    m_job = Job{.number = ++m_jobCount, .host = m_host, .cancellation = {}};
    // Of the same host only what is missing has to be looked at.
    const bool isSame = m_data->host() == m_host && !m_data->isOutdated(m_model.store());
    const Data begun =
        isSame ? std::make_shared<PortMapData>(*m_data) : std::make_shared<PortMapData>(m_host);
    runInBackground<Data>(
        this,
        [begun, store = m_model.store(), cancellation = m_job->cancellation] {
            begun->take(store, store.rowCount(), cancellation);
            return begun;
        },
        [this, number = m_jobCount](const Data &data) { onBuilt(number, data); });
}

void PortMapFeed::cancelJob()
{
    if (m_job)
        m_job->cancellation.cancel();
    m_job.reset();
}

void PortMapFeed::onBuilt(quint64 number, const Data &data)
{
    if (!m_job || m_job->number != number)
        return; // of a host that nobody wants to see any more
    m_job.reset();
    m_data = data;
    static_cast<void>(m_data->takeChanged());
    emit dataReplaced();
    onCountsChanged();
}

} // namespace roadstead
