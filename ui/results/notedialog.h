// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QDialog>

class QFormLayout;
class QLineEdit;

namespace roadstead {

/// What a person notes on one port, and on its host. Beside the window, not in its way.
class NoteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// For the port and host of a row. Begins with what is noted already.
    NoteDialog(const ResultStore &store, quint32 storeRow, QWidget *parent = nullptr);
    ~NoteDialog() override;
    Q_DISABLE_COPY_MOVE(NoteDialog)

    /// `notes` with what was written here. Others may have changed `notes` meanwhile.
    [[nodiscard]] NoteBook applied(NoteBook notes) const;

private:
    [[nodiscard]] QLineEdit *addNote(QFormLayout &form, const QString &label, const char *name,
                                     const QString &text);

    Address m_address;
    quint16 m_port = 0;
    QLineEdit *m_ofPort = nullptr;
    QLineEdit *m_ofHost = nullptr;
};

} // namespace roadstead
