// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QMenu;
class QTimer;
class QToolButton;

namespace roadstead {

class FaultLineEdit;
class FilterSuggestions;
class ResultFilter;
class StateChip;
struct FilterExample;

/// Search text and state chips: what the table shows. Beside the text, whether it is regular
/// expressions, and examples to choose from. In a narrow window the chips have a line of
/// their own: their counts are read, and must not be cut off.
class FilterRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FilterRow)

    [[nodiscard]] FaultLineEdit *search() const { return m_search; }
    [[nodiscard]] StateChip *chip(PortState state) const
    {
        return m_chips[static_cast<size_t>(state)];
    }
    [[nodiscard]] bool isShown(PortState state) const;
    void setShown(PortState state, bool shown);
    void showOnly(PortState state);
    /// Buttons for what the results are seen by; one of the actions is always checked.
    void addViews(const QList<QAction *> &actions);
    /// At once, without the delay of typing; can be undone in the field. A text is one of words: if
    /// there is any, regular expressions are switched off. None leaves them as they are.
    void setFilterText(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// 100 ms after typing, and only for a filter that can be understood: a faulty one keeps the
    /// last good one.
    void filterChanged(const roadstead::ResultFilter &filter);
    void shownChanged(roadstead::PortState state, bool shown);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addSearch();
    void addHelpers();
    void addExamples(QMenu *menu);
    void addChips();
    void arrange();
    void applyFilter();
    void onOffered(int count);
    void setExpressions(bool isOn);
    void putExample(const FilterExample &example);
    void putText(const QString &text);
    [[nodiscard]] int searchWidth() const;

    FaultLineEdit *m_search = nullptr;
    FilterSuggestions *m_suggestions = nullptr;
    QToolButton *m_expressions = nullptr; ///< the toggle
    QToolButton *m_help = nullptr;
    QWidget *m_searchBox = nullptr; ///< the text and both buttons
    QWidget *m_chipBox = nullptr;
    QWidget *m_viewBox = nullptr;
    std::optional<bool> m_isNarrow; ///< as it is arranged now
    QTimer *m_delay = nullptr;
    bool m_isFaultAwaited = false; ///< in what is still being written
    std::array<StateChip *, kPortStateCount> m_chips{};
};

} // namespace roadstead
