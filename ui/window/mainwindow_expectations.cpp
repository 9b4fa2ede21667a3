// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is expected of results.

#include "ui/document/expectationkeeper.h"
#include "ui/parts/messagebar.h"
#include "ui/window/expectationcommands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/resultsdesk.h"

namespace roadstead {

void MainWindow::connectExpectations()
{
    connect(m_expectations, &ExpectationKeeper::writingChanged, this, &MainWindow::closeIfWritten);
    connect(m_expecting, &ExpectationCommands::said, m_messages, &MessageBar::post);
    connect(m_expecting, &ExpectationCommands::unsaid, m_messages, &MessageBar::dismiss);
    connect(m_expecting, &ExpectationCommands::showWanted, m_desk, &ResultsDesk::showUnexpected);
}

} // namespace roadstead
