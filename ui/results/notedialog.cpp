// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/notedialog.h"

#include "ui/parts/clearbutton.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace roadstead {

NoteDialog::NoteDialog(const ResultStore &store, quint32 storeRow, QWidget *parent)
    : QDialog(parent)
    , m_address(store.hostOf(store.row(storeRow)).address)
    , m_port(store.row(storeRow).port)
{
    setObjectName(QStringLiteral("noteDialog"));
    setWindowTitle(tr("Note"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString host = store.hostOf(store.row(storeRow)).addressText;
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_ofPort = addNote(*form, tr("&Port %1:").arg(m_port), "notePort",
                       store.notes().portNote(m_address, m_port));
    //: %1 is an address, kept in its order by the marks around it
    m_ofHost = addNote(*form, tr("&Host %1:").arg(u'\u2066' + host + u'\u2069'), "noteHost",
                       store.notes().hostNote(m_address));
    column->addLayout(form);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *save = buttons->addButton(tr("&Save note"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("noteSave"));
    column->addWidget(buttons);
    save->setDefault(true); // only now: a button outside a dialog cannot be its default
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ofPort->setFocus();
    m_ofPort->selectAll();
    resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
}

NoteDialog::~NoteDialog() = default;

QLineEdit *NoteDialog::addNote(QFormLayout &form, const QString &label, const char *name,
                               const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(static_cast<int>(NoteBook::kLongestNote));
    addClearButton(edit, tr("Clear the note"));
    auto *caption = new QLabel(label);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(edit);
    form.addRow(caption, edit);
    return edit;
}

NoteBook NoteDialog::applied(NoteBook notes) const
{
    // Another dialog may have changed the other one meanwhile.
    if (m_ofPort->isModified())
        notes.setPortNote(m_address, m_port, m_ofPort->text());
    if (m_ofHost->isModified())
        notes.setHostNote(m_address, m_ofHost->text());
    return notes;
}

} // namespace roadstead
