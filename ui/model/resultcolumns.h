// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace roadstead {

/// The columns of the results table, for ResultModel and for those that sort by them.
struct ResultColumns
{
    enum Column {
        StateColumn,
        HostColumn,
        NameColumn,
        PortColumn,
        ServiceColumn,
        RttColumn,
        ReasonColumn,
        TimeColumn,
        AttemptsColumn,
        BannerColumn,
        ConfidenceColumn,
        NoteColumn,
        ColumnCount
    };
};

} // namespace roadstead
