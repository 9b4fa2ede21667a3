// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/filtercompletion.h"

#include <QListWidget>
#include <QPointer>

class QLineEdit;

namespace roadstead {

/// Offers what the word at a field's cursor may be completed to. A part of the window and not a
/// popup: a popup would take Enter for itself. The field keeps the focus; up and down choose, Enter
/// or Tab takes what is chosen, Esc closes this. As long as nothing is chosen, all other keys are
/// the field's. It stays under the field wherever that is moved.
class FilterSuggestions final : public QListWidget
{
    Q_OBJECT

public:
    /// `field` must outlive this.
    explicit FilterSuggestions(QLineEdit *field);
    ~FilterSuggestions() override;
    Q_DISABLE_COPY_MOVE(FilterSuggestions)

    void setSyntax(FilterSyntax syntax);
    /// Whether this is open for what lies there in the text: it is still being written.
    [[nodiscard]] bool isOpenFor(qsizetype position, qsizetype length) const;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// So many are to be chosen from now; 0 when it has closed.
    void offered(int count);

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void offer(const FilterCompletion &completion);
    void place();
    [[nodiscard]] bool isAroundField(const QObject *watched) const;
    bool filterKey(QEvent *event);
    [[nodiscard]] bool takesKey(int key);
    void choose(int step);
    void take(int row);

    QLineEdit *m_field;
    FilterSyntax m_syntax = FilterSyntax::Words;
    FilterCompletion m_completion;
    int m_offered = 0;
};

} // namespace roadstead
