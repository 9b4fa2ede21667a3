// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/resultfilter.h"
#include "ui/parts/faultlineedit.h"
#include "ui/results/filterrow.h"
#include "ui/results/filtersuggestions.h"

#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

/// A filter row in a window, which has the focus, and what it asks for.
class FilterFixture : public QObject
{
protected:
    /// `below`: something else in the window, or nothing.
    void setUp(QWidget *below = nullptr)
    {
        m_filters.clear();
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_row = new roadstead::FilterRow;
        column->addWidget(m_row);
        if (below != nullptr)
            column->addWidget(below);
        column->addStretch(1);
        m_window->resize(980, 480);
        connect(m_row, &roadstead::FilterRow::filterChanged, this,
                [this](const roadstead::ResultFilter &filter) { m_filters << filter; });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        field()->setFocus();
    }

    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_row->findChild<QToolButton *>(QLatin1String(name));
    }
    [[nodiscard]] roadstead::FaultLineEdit *field() const { return m_row->search(); }
    [[nodiscard]] roadstead::FilterSuggestions *list() const
    {
        return m_window->findChild<roadstead::FilterSuggestions *>();
    }
    void type(const char *text) { QTest::keyClicks(field(), QLatin1String(text)); }
    void press(Qt::Key key) { QTest::keyClick(field(), key); }

    std::unique_ptr<QWidget> m_window;
    roadstead::FilterRow *m_row = nullptr;
    QList<roadstead::ResultFilter> m_filters; ///< as they were emitted
};
