// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/filtercompletion.h"

#include <QListWidget>
#include <QPointer>

class QLineEdit;

namespace roadstead {

/// Offers what the word at a field's cursor may be completed to. A part of the window and not a
/// popup: a popup would take Esc and Enter for itself. The field keeps the focus; up and down
/// choose, Enter or Tab takes what is chosen, Esc lets go of it. As long as nothing is chosen, all
/// keys but up and down are the field's.
class FilterSuggestions final : public QListWidget
{
    Q_OBJECT

public:
    /// `field` must outlive this.
    explicit FilterSuggestions(QLineEdit *field);
    ~FilterSuggestions() override;
    Q_DISABLE_COPY_MOVE(FilterSuggestions)

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void offer(const FilterCompletion &completion);
    void place();
    [[nodiscard]] bool takesKey(int key);
    void choose(int step);
    void take(int row);

    QLineEdit *m_field;
    FilterCompletion m_completion;
};

} // namespace roadstead
