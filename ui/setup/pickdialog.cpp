// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/pickdialog.h"

#include "core/target/targetparser.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/splitter.h"
#include "ui/words/words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

QWidget *labelled(QLabel *label, QPlainTextEdit *edit)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(edit, 1);
    label->setBuddy(edit);
    new FocusFrame(edit);
    return widget;
}

} // namespace

PickDialog::PickDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("pickDialog"));
    setWindowTitle(tr("Pick targets from text"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi();
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(150ms);
    connect(m_delay, &QTimer::timeout, this, &PickDialog::pick);
    connect(m_text, &QPlainTextEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    pick();
}

void PickDialog::setupUi()
{
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("pickText"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Paste a log, an e-mail, a configuration file…"));
    m_found = new QPlainTextEdit;
    m_found->setObjectName(QStringLiteral("pickFound"));
    m_found->setReadOnly(true);
    m_found->setTabChangesFocus(true);
    m_count = new QLabel;
    m_count->setTextFormat(Qt::PlainText);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    mendMirrored(split);
    split->addWidget(labelled(new QLabel(tr("&Text:")), m_text));
    split->addWidget(labelled(m_count, m_found));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use these targets"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("pickUse"));
    auto *hint = new QLabel(
        tr("Addresses, CIDR blocks and address:port are picked; words and names are not."));
    hint->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    m_use->setDefault(true); // only now: a button outside a dialog cannot be its default
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 24);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        pick(); // what was typed within the last moment counts too
        emit picked(m_found->toPlainText());
        accept();
    });
}

void PickDialog::pick()
{
    m_delay->stop();
    const QString found = pickTargets(m_text->toPlainText());
    m_found->setPlainText(found.trimmed());
    const int count =
        found.trimmed().isEmpty() ? 0 : static_cast<int>(found.trimmed().count(u'\n')) + 1;
    m_count->setText(tr("%n targets &found:", nullptr, count));
    m_use->setEnabled(count > 0);
}

} // namespace roadstead
