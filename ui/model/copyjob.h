// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/copytext.h"
#include "ui/model/rowselection.h"

#include <QObject>

namespace roadstead {

/// Rows as text for the clipboard.
struct CopiedText
{
    QString text;
    QString html; ///< the same as a table; empty for host:port lines and for very many rows
};

/// Puts many rows' text together in the background; one at a time.
class CopyJob final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMostRowsWithHtml = 10'000;
    /// Beyond, a clipboard is the wrong place: a gigabyte of text.
    static constexpr qint64 kMostRows = 5'000'000;

    /// `catalogue` must outlive this and what it has begun; see waitForBackground().
    explicit CopyJob(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~CopyJob() override;
    Q_DISABLE_COPY_MOVE(CopyJob)

    /// What still runs is cancelled. `format` is TabSeparated or HostPort.
    void start(const ResultStore &store, const RowSelection &rows, CopyFormat format);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// The same in the caller's thread, for few rows. Empty if cancelled.
    [[nodiscard]] static CopiedText textOf(const ResultStore &store, const PortCatalogue &catalogue,
                                           const RowSelection &rows, CopyFormat format,
                                           const Cancellation &cancellation = {});

signals:
    /// Not after cancel().
    void finished(const roadstead::CopiedText &copied);

private:
    const PortCatalogue &m_catalogue;
    Cancellation m_cancellation;
    bool m_isRunning = false;
};

} // namespace roadstead
