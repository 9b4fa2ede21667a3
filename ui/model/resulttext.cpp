// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/resulttext.h"

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/isolated.h"
#include "ui/words/expectationwords.h"
#include "ui/words/explain.h"
#include "ui/words/words.h"

#include <QTextDocument>

namespace roadstead {

ResultText::ResultText(const ResultStore &store, const PortCatalogue &catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{}

QString ResultText::header(ResultModel::Column column)
{
    switch (column) {
    case ResultModel::StateColumn:
        return tr("State");
    case ResultModel::HostColumn:
        return tr("Host");
    case ResultModel::NameColumn:
        return tr("Name");
    case ResultModel::PortColumn:
        return tr("Port");
    case ResultModel::ServiceColumn:
        return tr("Service");
    case ResultModel::RttColumn:
        //: Round-trip time
        return tr("RTT");
    case ResultModel::ReasonColumn:
        return tr("Reason");
    case ResultModel::TimeColumn:
        return tr("Time");
    case ResultModel::AttemptsColumn:
        return tr("Attempts");
    case ResultModel::BannerColumn:
        //: What a service said first
        return tr("Banner");
    case ResultModel::ConfidenceColumn:
        //: How sure it is that a silent port is silent
        return tr("Confidence");
    case ResultModel::NoteColumn:
        //: What the user noted on a port or host
        return tr("Note");
    case ResultModel::ColumnCount:
        break;
    }
    return {};
}

QString ResultText::cell(quint32 storeRow, ResultModel::Column column) const
{
    const PortResult &result = m_store.row(storeRow);
    switch (column) {
    case ResultModel::StateColumn:
        return words::of(result.state());
    case ResultModel::HostColumn:
        return isolated(m_store.hostOf(result).addressText);
    case ResultModel::NameColumn:
        return names(m_store.hostOf(result));
    case ResultModel::PortColumn:
        return QString::number(result.port);
    case ResultModel::ServiceColumn:
        return m_catalogue.serviceName(result.port);
    case ResultModel::RttColumn:
        if (!result.hasRtt())
            return {};
        //: A round-trip time in milliseconds
        return isolated(tr("%1 ms").arg(words::milliseconds(result.rtt())));
    case ResultModel::ReasonColumn:
        return QString(identifier(result.reason()));
    case ResultModel::TimeColumn:
        return m_store.timeOf(result).toLocalTime().toString(u"HH:mm:ss.zzz");
    case ResultModel::AttemptsColumn:
        return QString::number(result.attempts);
    case ResultModel::BannerColumn:
        return words::banner(m_store.detail(storeRow));
    case ResultModel::ConfidenceColumn: {
        const std::optional<double> confidence = m_store.detail(storeRow).confidence;
        if (!confidence)
            return {};
        //: A number from 0 to 100
        return isolated(tr("%1 %").arg(words::percent(*confidence)));
    }
    case ResultModel::NoteColumn:
        return plainText(m_store.noteOf(result));
    case ResultModel::ColumnCount:
        break;
    }
    return {};
}

QString ResultText::toolTip(quint32 storeRow, ResultModel::Column column,
                            Expectation expectation) const
{
    const PortResult &result = m_store.row(storeRow);
    const Detail detail = m_store.detail(storeRow);
    QString text;
    if (column == ResultModel::ReasonColumn || column == ResultModel::ConfidenceColumn)
        text = words::explain(result, detail);
    else if (column == ResultModel::BannerColumn && !detail.banner.isEmpty())
        text = words::banner(detail);
    else if (const QString note = m_store.noteOf(result);
             column == ResultModel::NoteColumn && !note.isEmpty())
        text = plainText(note);
    else
        text = rowInSentences(result, expectation);
    return Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

QString ResultText::rowInSentences(const PortResult &result, Expectation expectation) const
{
    const HostRecord &host = m_store.hostOf(result);
    //: %1 is an address, %2 a port's number, %3 its state
    QStringList lines{tr("%1, port %2: %3")
                          .arg(isolated(host.addressText), QString::number(result.port),
                               words::of(result.state()))};
    if (expectation != Expectation::None)
        lines << words::standing(expectation, result.state());
    lines << words::meaning(result.state());
    //: %1 says what was seen, for example "answered with a reset"
    lines << tr("Seen: %1").arg(words::of(result.reason()));
    if (!host.names.isEmpty())
        lines << tr("Name: %1").arg(names(host));
    const QString description = m_catalogue.serviceDescription(result.port);
    if (!description.isEmpty())
        lines << tr("Usual service: %1").arg(plainText(description));
    return lines.join(u'\n');
}

QString ResultText::accessible(const PortResult &result, Expectation expectation) const
{
    //: Spoken by a screen reader; %1 is a port's number
    QStringList parts{m_store.hostOf(result).addressText, tr("port %1").arg(result.port)};
    const QString service = m_catalogue.serviceName(result.port);
    if (!service.isEmpty())
        parts << service;
    parts << words::of(result.state()).toLower();
    if (result.hasRtt()) {
        //: Spoken by a screen reader; %1 is a number such as 1.1
        parts << tr("%1 milliseconds").arg(words::milliseconds(result.rtt()));
    }
    if (isViolated(expectation, result.state()))
        parts << tr("not as expected");
    return parts.join(u' ');
}

QString ResultText::names(const HostRecord &host)
{
    return plainText(host.names.join(u", "));
}

} // namespace roadstead
