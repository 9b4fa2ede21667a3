// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparesides.h"

#include "core/base/plaintext.h"
#include "ui/model/isolated.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace roadstead {

CompareSides::CompareSides(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    //: The older of two scans that are compared
    m_labels[0] = addSide(grid, tr("Before"), 0);
    //: The newer of two scans that are compared
    m_labels[1] = addSide(grid, tr("Now"), 1);
    m_labels[0]->setObjectName(QStringLiteral("compareOlder"));
    m_labels[1]->setObjectName(QStringLiteral("compareNewer"));
    auto *swap = new QPushButton(tr("S&wap"));
    swap->setObjectName(QStringLiteral("compareSwap"));
    setPlainToolTip(swap, tr("What was before is now, and the other way round"));
    connect(swap, &QPushButton::clicked, this, &CompareSides::swapRequested);
    grid->addWidget(swap, 0, 2, 2, 1, Qt::AlignVCenter);
}

CompareSides::~CompareSides() = default;

ElidedLabel *CompareSides::addSide(QGridLayout *grid, const QString &caption, int row)
{
    auto *word = new QLabel(caption);
    word->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    word->setFont(bold);
    auto *label = new ElidedLabel;
    grid->addWidget(word, row, 0);
    grid->addWidget(label, row, 1);
    return label;
}

void CompareSides::setSides(const CompareSide &older, const CompareSide &newer)
{
    const auto describe = [](ElidedLabel *label, const CompareSide &side) {
        const quint32 rows = side.store.rowCount();
        const QString time = QLocale().toString(side.startedAt.toLocalTime(), QLocale::ShortFormat);
        //: A scan: %1 what it is called, %2 when it began, %3 how many ports were looked at
        label->setText(
            tr("%1 · %2 · %3 port(s)", nullptr, words::pluralNumber(rows))
                .arg(isolated(plainText(side.title)), isolated(time), words::number(rows)));
    };
    describe(m_labels[0], older);
    describe(m_labels[1], newer);
}

} // namespace roadstead
