// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/statechip.h"

#include "ui/parts/stateicon.h"
#include "ui/words/words.h"

namespace roadstead {

StateChip::StateChip(PortState state, QWidget *parent)
    : CountChip(
        words::of(state), [state](const QPalette &colors) { return stateIcon(state, colors); },
        parent)
    , m_state(state)
{}

StateChip::~StateChip() = default;

} // namespace roadstead
