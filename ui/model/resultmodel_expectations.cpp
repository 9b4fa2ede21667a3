// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people say of ports: what they noted, and what they expect.

#include "ui/model/resultmodel.h"

#include <algorithm>

namespace roadstead {

void ResultModel::setNotes(const NoteBook &notes)
{
    if (notes == m_store.notes())
        return;
    m_store.setNotes(notes);
    if (dependsOnNotes()) {
        ++m_wish.notes;
        update();
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, NoteColumn), index(rowCount() - 1, NoteColumn));
    emit notesChanged();
    emit countsChanged();
}

/// Whether other notes are another view.
bool ResultModel::dependsOnNotes() const
{
    const QList<FilterTerm> &terms = m_wish.filter.terms();
    return m_wish.keys.contains(NoteColumn)
           || std::any_of(terms.begin(), terms.end(),
                          [](const FilterTerm &term) { return term.key == FilterKey::Note; });
}

void ResultModel::setExpectations(const SharedExpectations &expectations)
{
    if (expectations == m_expected.shared())
        return;
    m_expected.set(expectations);
    m_wish.expectations = expectationsOfFilter();
    update();
    if (rowCount() > 0)
        emit dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
    emit countsChanged();
}

/// Null where other expectations are no other view.
SharedExpectations ResultModel::expectationsOfFilter() const
{
    const QList<FilterTerm> &terms = m_wish.filter.terms();
    const bool isAskedFor = std::any_of(terms.begin(), terms.end(), [](const FilterTerm &term) {
        return term.key == FilterKey::Unexpected;
    });
    return isAskedFor ? m_expected.shared() : nullptr;
}

bool ResultModel::isUnexpected(quint32 storeRow) const
{
    return isViolated(m_expected.of(storeRow), m_store.row(storeRow).state());
}

} // namespace roadstead
