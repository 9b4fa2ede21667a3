// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differencetext.h"

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/isolated.h"

#include <QLocale>

namespace roadstead {

DifferenceText::DifferenceText(const ScanComparison &comparison, const PortCatalogue &catalogue)
    : m_comparison(comparison)
    , m_catalogue(catalogue)
{}

QString DifferenceText::header(DifferenceColumns::Column column)
{
    switch (column) {
    case DifferenceColumns::ChangeColumn:
        return tr("Change");
    case DifferenceColumns::HostColumn:
        return tr("Host");
    case DifferenceColumns::NameColumn:
        return tr("Name");
    case DifferenceColumns::PortColumn:
        return tr("Port");
    case DifferenceColumns::ServiceColumn:
        return tr("Service");
    case DifferenceColumns::BeforeColumn:
        //: The state in the older of two scans
        return tr("Before");
    case DifferenceColumns::NowColumn:
        //: The state in the newer of two scans
        return tr("Now");
    case DifferenceColumns::ColumnCount:
        break;
    }
    return {};
}

QString DifferenceText::cell(const ScanDifference &difference,
                             DifferenceColumns::Column column) const
{
    switch (column) {
    case DifferenceColumns::ChangeColumn:
        return words::of(classOf(difference.kind));
    case DifferenceColumns::HostColumn:
        return isolated(m_comparison.hostOf(difference).addressText);
    case DifferenceColumns::NameColumn:
        return names(difference);
    case DifferenceColumns::PortColumn:
        //: In the place of a port's number: all of it
        return difference.isHost ? tr("host") : QString::number(m_comparison.portOf(difference));
    case DifferenceColumns::ServiceColumn:
        return service(difference);
    case DifferenceColumns::BeforeColumn:
        return words::of(sideBefore(m_comparison, difference));
    case DifferenceColumns::NowColumn:
        return words::of(sideNow(m_comparison, difference));
    case DifferenceColumns::ColumnCount:
        break;
    }
    return {};
}

QString DifferenceText::names(const ScanDifference &difference) const
{
    return plainText(m_comparison.namesOf(difference).join(u", "));
}

QString DifferenceText::service(const ScanDifference &difference) const
{
    return difference.isHost ? QString()
                             : plainText(m_catalogue.serviceName(m_comparison.portOf(difference)));
}

/// "Before: Closed, answered with a reset, 1/31/26 12:00 PM".
QString DifferenceText::side(const QString &which, const QString &found, const ResultStore &store,
                             quint32 row)
{
    if (row == ScanDifference::kNone)
        return which.arg(found);
    const QDateTime time = store.timeOf(store.row(row)).toLocalTime();
    //: %1 says what was found, %2 when
    return which.arg(
        tr("%1 (%2)").arg(found, isolated(QLocale().toString(time, QLocale::ShortFormat))));
}

QString DifferenceText::sentences(const ScanDifference &difference) const
{
    const QString address = isolated(m_comparison.hostOf(difference).addressText);
    const QString change = words::of(difference.kind);
    const QString first =
        difference.isHost
            //: %1 is an address, %2 a word such as "Appeared"
            ? tr("%1: %2").arg(address, change)
            //: %1 is an address, %2 a port's number, %3 a word like "Appeared"
            : tr("%1, port %2: %3")
                  .arg(address, QString::number(m_comparison.portOf(difference)), change);
    const quint32 none = ScanDifference::kNone;
    const quint32 older = difference.isHost ? none : difference.older;
    const quint32 newer = difference.isHost ? none : difference.newer;
    return first + u'\n'
           + side(tr("Before: %1"), words::reasonBefore(m_comparison, difference),
                  m_comparison.older, older)
           + u'\n'
           + side(tr("Now: %1"), words::reasonNow(m_comparison, difference), m_comparison.newer,
                  newer);
}

QString DifferenceText::accessible(const ScanDifference &difference) const
{
    QStringList parts{m_comparison.hostOf(difference).addressText};
    if (!difference.isHost) {
        //: Spoken by a screen reader; %1 is a port's number
        parts << tr("port %1").arg(m_comparison.portOf(difference));
    }
    if (const QString known = service(difference); !known.isEmpty())
        parts << known;
    //: Spoken by a screen reader: "appeared, before closed, now open"
    parts << tr("%1, before %2, now %3")
                 .arg(words::of(difference.kind).toLower(),
                      words::of(sideBefore(m_comparison, difference)).toLower(),
                      words::of(sideNow(m_comparison, difference)).toLower());
    return parts.join(u' ');
}

} // namespace roadstead
