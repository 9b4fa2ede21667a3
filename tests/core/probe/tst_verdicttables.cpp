// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the documents say of verdicts is what the code does: their tables are read here, and every
// ICMP message is tried.

#include "core/probe/evidence.h"
#include "core/probe/verdict.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>

using namespace roadstead;

namespace {

constexpr int kAnyCode = -1;

struct IcmpKey
{
    Family family;
    int type = 0;
    int code = kAnyCode;

    friend auto operator<=>(const IcmpKey &, const IcmpKey &) = default;
};

/// The table of a document that has the columns "what was seen", "state" and "reason".
struct VerdictTable
{
    QList<QStringList> rows; ///< seen, state, reason
    QMap<IcmpKey, QString> icmp; ///< reasons
    QStringList faults;

    void addRow(const QString &seen, const QString &state, const QString &reason);
    [[nodiscard]] QString reasonOf(const IcmpKey &key) const
    {
        return icmp.value(key, icmp.value({key.family, key.type, kAnyCode}));
    }
};

/// "ICMP 3/0, 3/5, ICMPv6 1/0": a number alone is a type with every code that is not named.
void VerdictTable::addRow(const QString &seen, const QString &state, const QString &reason)
{
    rows.append({seen, state, reason});
    static const QRegularExpression list(
        QStringLiteral("ICMP(v6)? (\\d+(?:/\\d+)?(?:, \\d+(?:/\\d+)?)*)"));
    for (auto lists = list.globalMatch(seen); lists.hasNext();) {
        const auto match = lists.next();
        const Family family = match.capturedLength(1) > 0 ? Family::Ipv6 : Family::Ipv4;
        const QStringList numbers = match.captured(2).split(QStringLiteral(", "));
        for (const QString &number : numbers) {
            const IcmpKey key{.family = family,
                              .type = number.section(u'/', 0, 0).toInt(),
                              .code = number.contains(u'/') ? number.section(u'/', 1).toInt()
                                                            : kAnyCode};
            if (icmp.contains(key))
                faults.append(u"twice: " + match.captured());
            icmp.insert(key, reason);
            if (!state.startsWith(QLatin1String("filtered")))
                faults.append(u"not filtered: " + match.captured());
        }
    }
}

QStringList cellsOf(const QString &line)
{
    QStringList cells;
    const QStringList texts = line.mid(1, line.size() - 2).split(u'|');
    for (QString text : texts)
        cells.append(text.remove(u'`').trimmed());
    return cells;
}

VerdictTable readTable(const QString &path)
{
    VerdictTable table;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        table.faults.append(u"not readable: " + path);
    QStringList header;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(u'|'))
            header.clear();
        else if (header.isEmpty())
            header = cellsOf(line);
        else if (!line.startsWith(QLatin1String("|--")) && header.contains(QLatin1String("reason"))
                 && header.contains(QLatin1String("what was seen"))) {
            const QStringList cells = cellsOf(line);
            const auto cell = [&](const char *title) {
                return cells.value(header.indexOf(QLatin1String(title)));
            };
            table.addRow(cell("what was seen"), cell("state"), cell("reason"));
        }
    }
    return table;
}

Reason classified(const IcmpKey &key)
{
    Evidence evidence;
    evidence.errorNumber = EHOSTUNREACH;
    evidence.icmp =
        IcmpMessage{.type = static_cast<quint8>(key.type),
                    .code = static_cast<quint8>(key.code),
                    .sender = key.family == Family::Ipv4 ? Address::fromIpv4(0xc612'0009)
                                                         : Address::fromIpv6(0xfd00'0000, 9)};
    return classify(evidence, 1'500).reason;
}

/// Types that end a connection.
QList<IcmpKey> errorTypes()
{
    return {{Family::Ipv4, 3}, {Family::Ipv4, 11}, {Family::Ipv4, 12},
            {Family::Ipv6, 1}, {Family::Ipv6, 3},  {Family::Ipv6, 4}};
}

} // namespace

class TestVerdictTables : public QObject
{
    Q_OBJECT

private slots:
    void sayWhatTheCodeDoes_data() { addDocuments(); }
    void sayWhatTheCodeDoes();
    void nameEveryReasonAndState_data() { addDocuments(); }
    void nameEveryReasonAndState();
    void agree();

private:
    static void addDocuments();
};

void TestVerdictTables::addDocuments()
{
    QTest::addColumn<QString>("path");
    for (const char *name : {"VERDICTS.md", "FORMATS.md"})
        QTest::newRow(name) << QStringLiteral(ROADSTEAD_DOCS "/") + QLatin1String(name);
}

void TestVerdictTables::sayWhatTheCodeDoes()
{
    QFETCH(const QString, path);
    const VerdictTable table = readTable(path);
    QCOMPARE(table.faults, QStringList());
    const auto types = errorTypes();
    for (IcmpKey key : types) {
        for (key.code = 0; key.code < 256; ++key.code) {
            if (key == IcmpKey{Family::Ipv4, 3, 4})
                continue; // a packet that is too big ends nothing
            const QString text = QStringLiteral("%1 %2/%3")
                                     .arg(key.family == Family::Ipv4 ? u"ICMP" : u"ICMPv6")
                                     .arg(key.type)
                                     .arg(key.code);
            QCOMPARE(QString(text + u' ' + identifier(classified(key))),
                     QString(text + u' ' + table.reasonOf(key)));
        }
    }
    for (auto it = table.icmp.cbegin(); it != table.icmp.cend(); ++it)
        QVERIFY(types.contains(IcmpKey{it.key().family, it.key().type}));
}

void TestVerdictTables::nameEveryReasonAndState()
{
    QFETCH(const QString, path);
    const VerdictTable table = readTable(path);
    QSet<QString> reasons;
    for (const QStringList &row : table.rows) {
        reasons.insert(row[2]);
        QVERIFY2(reasonFromIdentifier(row[2]), qPrintable(row[2]));
        QVERIFY2(portStateFromIdentifier(row[1].section(u',', 0, 0)), qPrintable(row[1]));
    }
    QCOMPARE(reasons.size(), qsizetype(kReasonCount));
}

void TestVerdictTables::agree()
{
    QMap<QString, QString> states;
    for (const QString &name : {QStringLiteral("VERDICTS.md"), QStringLiteral("FORMATS.md")}) {
        const VerdictTable table = readTable(QStringLiteral(ROADSTEAD_DOCS "/") + name);
        for (const QStringList &row : table.rows) {
            const QString state = row[1].section(u',', 0, 0);
            QCOMPARE(QString(row[2] + u' ' + states.value(row[2], state)),
                     QString(row[2] + u' ' + state));
            states.insert(row[2], state);
        }
    }
    QVERIFY(!states.isEmpty());
}

QTEST_APPLESS_MAIN(TestVerdictTables)
#include "tst_verdicttables.moc"
