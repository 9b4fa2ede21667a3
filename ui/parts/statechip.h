// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"
#include "ui/parts/countchip.h"

namespace roadstead {

/// A toggle for one state.
class StateChip final : public CountChip
{
    Q_OBJECT

public:
    explicit StateChip(PortState state, QWidget *parent = nullptr);
    ~StateChip() override;
    Q_DISABLE_COPY_MOVE(StateChip)

    [[nodiscard]] PortState state() const { return m_state; }

private:
    PortState m_state;
};

} // namespace roadstead
