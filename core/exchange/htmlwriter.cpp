// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/htmlwriter.h"

#include "core/exchange/htmlstyle.h"
#include "core/exchange/listedrows.h"
#include "core/exchange/markuptext.h"
#include "core/lookup/portcatalogue.h"

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr std::array kHtmlStates{PortState::Open, PortState::Closed, PortState::Filtered,
                                 PortState::Unknown};

/// A label's, or anything else that is ours.
QByteArray html(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// From outside. Isolated, so that its direction moves nothing beside it.
QByteArray foreign(const QString &text)
{
    return "<bdi>" + html(markupText(text)) + "</bdi>";
}

QByteArray className(PortState state)
{
    return QByteArray(identifier(state).data());
}

/// Enough digits to tell fast from slow.
QString milliseconds(const QLocale &locale, quint32 microseconds)
{
    const double time = microseconds / 1000.0;
    return locale.toString(time, 'f', time < 10 ? 2 : time < 100 ? 1 : 0);
}

} // namespace

HtmlWriter::HtmlWriter(const ResultStore &store, const PortCatalogue &catalogue, ScanHeader header,
                       HtmlWords words, bool areChosen)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_header(std::move(header))
    , m_words(std::move(words))
    , m_areChosen(areChosen)
{}

HtmlWriter::~HtmlWriter() = default;

bool HtmlWriter::isInTurn(int turn, ConstRows rows) const
{
    return partOf(rows) == turn;
}

HtmlWriter::Part HtmlWriter::partOf(ConstRows rows) const
{
    const HostRecord &host = m_store.hostOf(m_store.row(rows.front()));
    const Counts counts = countsOf(rows);
    if (counts[static_cast<size_t>(PortState::Open)] > 0)
        return WithOpenPorts;
    const bool isAnyListed =
        std::any_of(kAllPortStates.begin(), kAllPortStates.end(), [&](PortState state) {
            const quint64 count = counts[static_cast<size_t>(state)];
            return count > 0 && count <= mostListed(host, state);
        });
    return isAnyListed ? WithListedPorts : InNumbers;
}

HtmlWriter::Counts HtmlWriter::countsOf(ConstRows rows) const
{
    Counts counts{};
    for (const quint32 row : rows)
        ++counts[static_cast<size_t>(m_store.row(row).state())];
    return counts;
}

/// Open ports of a host that accepts everything say as little as closed ones of others.
quint32 HtmlWriter::mostListed(const HostRecord &host, PortState state) const
{
    const bool isTold = m_areChosen || (state == PortState::Open && !host.acceptsAll);
    return isTold ? kAllListed : kMostListed;
}

QString HtmlWriter::number(quint64 value) const
{
    return m_words.locale.toString(value);
}

QString HtmlWriter::time(const QDateTime &time) const
{
    return time.isValid() ? m_words.locale.toString(time.toLocalTime(), QLocale::LongFormat)
                          : QString();
}

void HtmlWriter::begin(QByteArray &out, ConstRows rows)
{
    quint64 hosts = 0;
    for (size_t i = 0; i < rows.size(); ++i)
        hosts += i == 0 || m_store.row(rows[i]).host != m_store.row(rows[i - 1]).host ? 1U : 0U;
    const Counts counts = countsOf(rows);
    if (!m_header.startedAt.isValid())
        m_header.startedAt = m_store.startedAt();
    appendHead(out);
    appendFacts(out, hosts);
    appendCounts(out, counts);
    if (counts[static_cast<size_t>(PortState::Open)] == 0)
        out += "<p>" + html(m_words.nothingOpen) + "</p>\n";
}

void HtmlWriter::appendHead(QByteArray &out) const
{
    const bool isRightToLeft = m_words.locale.textDirection() == Qt::RightToLeft;
    out += "<!DOCTYPE html>\n<html lang=\"" + html(m_words.locale.bcp47Name()) + "\" dir=\""
           + (isRightToLeft ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
           + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
           + "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
           + "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>"
           + html(markupText(m_words.title)) + "</title>\n<style>" + kHtmlStyle
           + "</style>\n</head>\n<body>\n" + kHtmlShapes + "\n<main>\n<h1>"
           + html(markupText(m_words.title)) + "</h1>\n";
}

void HtmlWriter::appendFacts(QByteArray &out, quint64 hosts) const
{
    const double seconds = static_cast<double>(m_header.elapsed.count()) / 1000;
    out += "<dl>\n";
    appendFact(out, m_words.targets, m_header.targetsText.simplified());
    appendFact(out, m_words.ports, m_header.portsText.simplified());
    appendFact(out, m_words.started, time(m_header.startedAt));
    appendFact(out, m_words.ended, time(m_header.endedAt));
    if (m_header.elapsed.count() > 0)
        appendFact(out, m_words.duration,
                   m_words.locale.toString(seconds, 'f', 2) + QStringLiteral("\u00a0s"));
    appendFact(out, m_words.outcome, m_words.endings[static_cast<size_t>(m_header.ending)]);
    appendFact(out, m_words.program, m_header.program);
    appendFact(out, m_words.hosts, number(hosts));
    out += "</dl>\n";
}

void HtmlWriter::appendFact(QByteArray &out, const QString &label, const QString &value) const
{
    if (!label.isEmpty() && !value.isEmpty())
        out += "<dt>" + html(label) + "</dt><dd>" + foreign(value) + "</dd>\n";
}

void HtmlWriter::appendCounts(QByteArray &out, const Counts &counts) const
{
    out += "<ul class=\"counts\">\n";
    for (const PortState state : kHtmlStates) {
        out += "<li class=\"" + className(state) + "\">";
        appendState(out, state);
        out += " <b>" + html(number(counts[static_cast<size_t>(state)])) + "</b></li>\n";
    }
    out += "</ul>\n";
}

void HtmlWriter::appendState(QByteArray &out, PortState state) const
{
    out += "<svg class=\"shape\" aria-hidden=\"true\"><use href=\"#" + className(state)
           + "\"/></svg><span class=\"word\">" + html(m_words.states[static_cast<size_t>(state)])
           + "</span>";
}

void HtmlWriter::beginPart(QByteArray &out, Part part)
{
    if (m_part == part)
        return;
    m_part = part;
    const std::array headings{&m_words.hostsWithOpenPorts, &m_words.otherHosts,
                              &m_words.hostsInNumbers};
    out += "<h2>" + html(*headings[static_cast<size_t>(part)]) + "</h2>\n";
    if (part != InNumbers)
        return;
    out += "<table>\n<thead><tr><th scope=\"col\">" + html(m_words.host) + "</th>";
    for (const PortState state : kHtmlStates)
        out += "<th scope=\"col\" class=\"number\">"
               + html(m_words.states[static_cast<size_t>(state)]) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
}

ResultWriter::Rows HtmlWriter::beginHost(QByteArray &out, Rows rows)
{
    const HostRecord &host = m_store.hostOf(m_store.row(rows.front()));
    const Part part = partOf(rows);
    beginPart(out, part);
    if (part == InNumbers) {
        appendHostInNumbers(out, host, rows);
        return rows.first(0);
    }
    appendHostHeading(out, host);
    const Rows listed =
        m_areChosen ? rows : putListedFirst(m_store, rows, mostListed(host, PortState::Open));
    std::stable_sort(listed.begin(), listed.end(), [this](quint32 left, quint32 right) {
        return m_store.row(left).state() < m_store.row(right).state();
    });
    m_afterTable.clear();
    appendNotListed(m_afterTable, rows.subspan(listed.size()));
    if (!listed.empty()) {
        appendTableHead(out);
        m_afterTable.prepend("</tbody>\n</table>\n");
    }
    return listed;
}

void HtmlWriter::appendHostInNumbers(QByteArray &out, const HostRecord &host, ConstRows rows) const
{
    const Counts counts = countsOf(rows);
    out += "<tr><th scope=\"row\">" + foreign(host.addressText);
    if (!host.names.isEmpty())
        out += ' ' + foreign(host.names.join(u' '));
    out += "</th>";
    for (const PortState state : kHtmlStates)
        out += "<td class=\"number\">" + html(number(counts[static_cast<size_t>(state)])) + "</td>";
    out += "</tr>\n";
}

void HtmlWriter::appendHostHeading(QByteArray &out, const HostRecord &host) const
{
    out += "<section>\n<h3>" + foreign(host.addressText);
    if (!host.names.isEmpty())
        out += " <span class=\"names\">" + foreign(host.names.join(u' ')) + "</span>";
    out += "</h3>\n";
    if (host.acceptsAll && !m_words.acceptsAll.isEmpty())
        out += "<p class=\"remark\">" + html(m_words.acceptsAll) + "</p>\n";
    const QString note = m_store.notes().hostNote(host.address);
    if (!note.isEmpty() && !m_words.note.isEmpty())
        out += "<p class=\"remark\">" + html(m_words.note) + ' ' + foreign(note) + "</p>\n";
}

void HtmlWriter::appendTableHead(QByteArray &out) const
{
    out += "<table>\n<thead><tr><th scope=\"col\">" + html(m_words.state)
           + "</th><th scope=\"col\" class=\"number\">" + html(m_words.port)
           + "</th><th scope=\"col\">" + html(m_words.service)
           + "</th><th scope=\"col\" class=\"number\">" + html(m_words.roundTrip)
           + "</th><th scope=\"col\">" + html(m_words.reason) + "</th></tr></thead>\n<tbody>\n";
}

void HtmlWriter::appendNotListed(QByteArray &out, ConstRows rows)
{
    if (rows.empty())
        return;
    const Counts counts = countsOf(rows);
    out += "<p class=\"remark\">" + html(m_words.notListed);
    QByteArray between(" ");
    for (const PortState state : kHtmlStates) {
        const quint64 count = counts[static_cast<size_t>(state)];
        if (count == 0)
            continue;
        out += between + "<span class=\"state " + className(state) + "\">";
        appendState(out, state);
        out += ' ' + html(number(count)) + "</span>";
        between = " \xc2\xb7 ";
    }
    out += "</p>\n";
}

void HtmlWriter::appendRow(QByteArray &out, quint32 row)
{
    const PortResult &result = m_store.row(row);
    const Detail detail = m_store.detail(row);
    out += "<tr><td class=\"state " + className(result.state()) + "\">";
    appendState(out, result.state());
    out += "</td><td class=\"number\">" + QByteArray::number(result.port) + "</td><td>"
           + html(m_catalogue.serviceName(result.port)) + "</td><td class=\"number\">";
    if (result.hasRtt())
        out += html(milliseconds(m_words.locale, result.rtt()));
    out += "</td><td>";
    appendReason(out, result, detail);
    out += "</td></tr>\n";
}

void HtmlWriter::appendReason(QByteArray &out, const PortResult &result, const Detail &detail) const
{
    if (m_words.explain) {
        out += html(m_words.explain(result, detail));
    } else {
        out += html(QString(identifier(result.reason())));
        const QString text = detail.toText();
        if (!text.isEmpty())
            out += ' ' + html(markupText(text));
    }
    if (!detail.banner.isEmpty())
        appendSaid(out, m_words.banner, markupText(detail.banner));
    const QString note =
        m_store.notes().isEmpty()
            ? QString()
            : m_store.notes().portNote(m_store.hostOf(result).address, result.port);
    if (!note.isEmpty())
        appendSaid(out, m_words.note, markupText(note));
}

/// `text`: fit to show.
void HtmlWriter::appendSaid(QByteArray &out, const QString &label, const QString &text) const
{
    if (!label.isEmpty())
        out += "<span class=\"said\">" + html(label) + " <code><bdi>" + html(text)
               + "</bdi></code></span>";
}

void HtmlWriter::endHost(QByteArray &out)
{
    if (m_part != InNumbers)
        out += m_afterTable + "</section>\n";
}

void HtmlWriter::end(QByteArray &out)
{
    if (m_part == InNumbers)
        out += "</tbody>\n</table>\n";
    out += "</main>\n</body>\n</html>\n";
}

} // namespace roadstead
