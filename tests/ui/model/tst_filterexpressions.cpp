// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Regular expressions in filters: what they fit, by the plainest way to say it, and that none of
// them stops the window.

#include "core/base/plaintext.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/filterexpression.h"
#include "ui/model/filtermatcher.h"
#include "ui/model/resultmodel.h"
#include "ui/model/servicenames.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

constexpr auto kExpressions = FilterSyntax::RegularExpressions;

ResultFilter filterOf(QStringView text)
{
    return ResultFilter::parse(text, kExpressions).value();
}

/// Each row's label is its port; ports are unique.
ResultBatch sample()
{
    return ResultBuilder()
        .host(1, kRouter, {QStringLiteral("Router.lan"), QStringLiteral("gateway")})
        .host(2, kRouter + 9) // 192.168.1.10
        .host(3, Address::fromIpv6(0x2001'0db8'0000'0000, 0x53), {QStringLiteral("web07")})
        .open(1, 22, 400)
        .closed(1, 80, 1'200)
        .filtered(2, 443)
        .unknown(2, 8080)
        .row(3, 53, PortState::Filtered, Reason::PortUnreach, 50'000)
        .open(3, 53'000, 60'000)
        .batch();
}

NoteBook sampleNotes()
{
    NoteBook notes;
    notes.setHostNote(Address::fromIpv4(kRouter), u"TODO ask");
    notes.setPortNote(Address::fromIpv4(kRouter + 9), 443, u"a todo");
    return notes;
}

QList<int> portsShown(const ResultStore &store, const FilterMatcher &matcher)
{
    QList<int> shown;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        if (matcher.matches(store.row(i)))
            shown << store.row(i).port;
    }
    return shown;
}

/// All texts of a row that a key looks at.
QStringList textsOf(const ResultStore &store, const PortResult &row, FilterKey key,
                    const PortCatalogue &catalogue)
{
    const HostRecord &host = store.hostOf(row);
    const HostNotes notes = store.notes().hosts().value(host.address);
    const QStringList service{catalogue.serviceName(row.port)};
    switch (key) {
    case FilterKey::Host:
        return QStringList{host.addressText} + host.names;
    case FilterKey::Name:
        return host.names;
    case FilterKey::Note:
        return {notes.ofHost, notes.ofPorts.value(row.port)};
    case FilterKey::Service:
        return service;
    case FilterKey::Reason:
        return {QString(identifier(row.reason()))};
    default:
        return QStringList{host.addressText, QString::number(row.port),
                           QString(identifier(row.reason()))}
               + host.names + service;
    }
}

struct Keyed
{
    const char *prefix;
    FilterKey key;
};
constexpr std::array<Keyed, 6> kKeyed{{{"", FilterKey::Any},
                                       {"host:", FilterKey::Host},
                                       {"name:", FilterKey::Name},
                                       {"note:", FilterKey::Note},
                                       {"service:", FilterKey::Service},
                                       {"reason:", FilterKey::Reason}}};

} // namespace

class TestFilterExpressions final : public QObject
{
    Q_OBJECT

private slots:
    void showsFittingRows_data();
    void showsFittingRows();
    void agreesWithTheNaiveWay();
    void namesFaultAndPlace_data();
    void namesFaultAndPlace();
    void equalFiltersAreEqual();
    void givesUpHopelessMatches_data();
    void givesUpHopelessMatches();
    void givesUpSlowStepsToo_data();
    void givesUpSlowStepsToo();
    void stopsBetweenMatches();
    void matchesInTheBackground();
    void keepsItsFilterWhenCleared();
};

void TestFilterExpressions::showsFittingRows_data()
{
    QTest::addColumn<QList<int>>("ports");
    const auto row = [](const char *filter, const QList<int> &ports) {
        QTest::newRow(filter) << ports;
    };
    row("^ssh$", {22});
    row("^(ssh|http)$", {22, 80});
    row("HTTP", {80, 443, 8080});
    row("-http", {22, 53, 53'000});
    row("^80", {80, 8080});
    row("^\\d{2}$", {22, 80, 53});
    row("^.{1,2}$", {22, 80, 53});
    row("host:\\.1$", {22, 80});
    row("host:^2001:", {53, 53'000});
    row("host:^ROUTER", {22, 80});
    row("name:\\d+$", {53, 53'000});
    row("name:^(gate|web)", {22, 80, 53, 53'000});
    row("service:^http$", {80});
    row("service:s$", {443});
    row("reason:^port-|reset", {80, 53});
    row("-reason:unreach", {22, 80, 443, 8080, 53'000});
    row("note:^todo", {22, 80});
    row("note:todo$ port:443", {443});
    row("note:^$", {});
    row("open", {22, 53'000});
    row("state:open,unknown name:.", {22, 53'000});
    row("port:80-500 .", {80, 443});
    row("rtt>50 (?:53|x)", {53'000});
    row("[a-f0-9]*::53$", {53, 53'000});
}

void TestFilterExpressions::showsFittingRows()
{
    QFETCH(QList<int>, ports);
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.append(sample());
    store.setNotes(sampleNotes());
    FilterMatcher matcher(services);
    matcher.setFilter(filterOf(QString::fromUtf8(QTest::currentDataTag())));
    matcher.addHosts(store);
    QCOMPARE(portsShown(store, matcher), ports);
}

void TestFilterExpressions::agreesWithTheNaiveWay()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.append(sample());
    store.setNotes(sampleNotes());
    const QStringList pieces{
        QStringLiteral("."),     QStringLiteral("1"),  QStringLiteral("[0-9]+"),
        QStringLiteral("(a|e)"), QStringLiteral("t?"), QStringLiteral("\\."),
        QStringLiteral("-"),     QStringLiteral("o"),  QStringLiteral("S{1,2}"),
        QStringLiteral("\\d*"),  QStringLiteral("8"),  QStringLiteral("w[^x]")};
    QRandomGenerator random(7);
    int fitting = 0;
    for (int turn = 0; turn < 200; ++turn) {
        QString pattern = random.bounded(3) == 0 ? QStringLiteral("^") : QStringLiteral("(?:)");
        for (int n = random.bounded(1, 4); n > 0; --n)
            pattern += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        if (random.bounded(3) == 0)
            pattern += u'$';
        const Keyed keyed = kKeyed.at(random.bounded(quint32(kKeyed.size())));
        const QString text = QLatin1String(keyed.prefix) + pattern;
        const QRegularExpression naive(pattern, QRegularExpression::CaseInsensitiveOption);
        const auto filter = ResultFilter::parse(text, kExpressions);
        if (!filter) { // an expression that no reason fits
            QCOMPARE(filter.error().code, FilterErrorCode::BadReason);
            continue;
        }
        FilterMatcher matcher(services);
        matcher.setFilter(*filter);
        matcher.addHosts(store);
        QList<int> expected;
        for (quint32 i = 0; i < store.rowCount(); ++i) {
            QStringList texts = textsOf(store, store.row(i), keyed.key, catalogue);
            texts.removeAll(QString()); // what is not there fits nothing
            if (!texts.filter(naive).isEmpty())
                expected << store.row(i).port;
        }
        fitting += static_cast<int>(expected.size());
        QVERIFY2(portsShown(store, matcher) == expected, qPrintable(text));
    }
    QVERIFY(fitting > 100);
}

void TestFilterExpressions::namesFaultAndPlace_data()
{
    using C = FilterErrorCode;
    QTest::addColumn<FilterErrorCode>("code");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    const auto row = [](const char *text, C code, int position, int length) {
        QTest::newRow(text) << code << position << length;
    };
    row("[a", C::BadExpression, 1, 1);
    row("ssh (a", C::BadExpression, 5, 1);
    row("ssh a)b", C::BadExpression, 5, 1);
    row("-name:*a", C::BadExpression, 6, 1);
    row("host:a{2,1}b", C::BadExpression, 10, 1);
    row("x \\", C::BadExpression, 2, 1);
    row("service:", C::MissingValue, 0, 8);
    row("reason:^boredom", C::BadReason, 7, 8);
    row("size>5", C::UnknownKey, 0, 4);
    row("port:.*", C::BadPort, 5, 2);
    row("(*LIMIT_MATCH=5", C::BadExpression, 14, 1);
}

void TestFilterExpressions::namesFaultAndPlace()
{
    QFETCH(FilterErrorCode, code);
    QFETCH(int, position);
    QFETCH(int, length);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto filter = ResultFilter::parse(text, kExpressions);
    QVERIFY(!filter.hasValue());
    QCOMPARE(filter.error().code, code);
    QCOMPARE(filter.error().position, position);
    QCOMPARE(filter.error().length, length);
    const QString sentence = describe(filter.error(), text);
    if (code == FilterErrorCode::BadExpression) {
        QVERIFY(!filter.error().detail.isEmpty());
        QVERIFY2(sentence.startsWith(plainText(text.split(u' ').last()) + u':'),
                 qPrintable(sentence));
        QVERIFY2(sentence.endsWith(filter.error().detail), qPrintable(sentence));
    }
}

void TestFilterExpressions::equalFiltersAreEqual()
{
    QCOMPARE(filterOf(u"name:a b"), filterOf(u"name:a  b"));
    QVERIFY(filterOf(u"name:a") != filterOf(u"name:b"));
    QVERIFY(filterOf(u"ssh") != ResultFilter::parse(u"ssh").value());
    QCOMPARE(filterOf(u"port:80 open rtt>5"), ResultFilter::parse(u"port:80 open rtt>5").value());
    QVERIFY(filterOf(u"ssh").hasExpressions());
    QVERIFY(!filterOf(u"port:80 open").hasExpressions());
    QVERIFY(!ResultFilter::parse(u"ssh").value().hasExpressions());
}

void TestFilterExpressions::givesUpHopelessMatches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isValid");
    const auto row = [](const char *pattern, bool isValid) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << isValid;
    };
    row("(a+)+$", true);
    row("^(a|aa)+$", true);
    row("^(a*)*(a*)*(a*)*$", true);
    row("(*LIMIT_MATCH=4000000000)(a+)+$", true); // only ever lowers it
    row("(?:(?:abc|de?f){1,500}){1,30}z", false); // too large
    const QString longest = QString(kLongestExpression, u'a');
    QTest::newRow("the longest") << longest << true;
    QTest::newRow("too long") << longest + u'a' << false;
}

void TestFilterExpressions::givesUpHopelessMatches()
{
    QFETCH(QString, pattern);
    QFETCH(bool, isValid);
    const auto expression = boundedExpression(pattern);
    QCOMPARE(expression.hasValue(), isValid);
    QCOMPARE(ResultFilter::parse(pattern, kExpressions).hasValue(), isValid);
    if (!isValid)
        return;
    const QRegularExpressionMatch match = expression->match(QString(QString(5'000, u'a') + u'!'));
    // Given up is not the same as found to be different.
    const bool isGivenUp = !match.isValid();
    QCOMPARE(isGivenUp, pattern.contains(u'('));
    QCOMPARE(match.hasMatch(), !isGivenUp);
}

/// On the longest name there is: these took up to 40 ms before they were found not to fit.
void TestFilterExpressions::givesUpSlowStepsToo_data()
{
    QTest::addColumn<bool>("isGivenUp");
    QTest::newRow("(?:(?=.*.*[@#])|x)+y?[@#]") << true;
    QTest::newRow("(a(?1)?a)[bc]") << true;
    QTest::newRow("(?:a?){13}[bc]") << true;
    QTest::newRow("[a-z]+[0-9]+$") << false;
    QTest::newRow("\\.(1|254)$") << false;
}

void TestFilterExpressions::givesUpSlowStepsToo()
{
    QFETCH(bool, isGivenUp);
    const auto expression = boundedExpression(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(expression.hasValue());
    const QRegularExpressionMatch match = expression->match(QString(253, u'a'));
    QVERIFY(!match.hasMatch());
    QCOMPARE(!match.isValid(), isGivenUp);
}

void TestFilterExpressions::stopsBetweenMatches()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    const ServiceNames services(catalogue);
    ResultStore store;
    store.append(sample());
    Cancellation cancellation;
    cancellation.cancel();
    FilterMatcher matcher(services);
    matcher.setFilter(filterOf(u"."), cancellation);
    matcher.addHosts(store, cancellation);
    QCOMPARE(matcher.hostCount(), 0U);
    matcher.setFilter(filterOf(u"^reset$"), cancellation);
    matcher.addHosts(store);
    QCOMPARE(portsShown(store, matcher), QList<int>()); // it did not get to the reasons
    matcher.setFilter(filterOf(u"."));
    matcher.addHosts(store);
    QCOMPARE(matcher.hostCount(), 3U);
    QCOMPARE(portsShown(store, matcher).size(), 6);
}

/// However few the rows: nobody knows how long it takes.
void TestFilterExpressions::matchesInTheBackground()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    ResultModel model(catalogue);
    for (const PortState state : kAllPortStates)
        model.setStateShown(state, true);
    model.append(sample());
    QCOMPARE(model.rowCount(), 6);
    model.setFilter(filterOf(u"^ssh$"));
    QCOMPARE(model.rowCount(), 6); // not yet
    QTRY_COMPARE(model.rowCount(), 1);
    model.append(ResultBuilder().host(9, kRouter + 70).open(9, 22).open(9, 23).batch());
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter(filterOf(u"telnet|nonsense"));
    model.setFilter(ResultFilter::parse(u"port:53").value());
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(model.rowCount(), 1);
}

void TestFilterExpressions::keepsItsFilterWhenCleared()
{
    const PortCatalogue catalogue(QByteArray(), testServices());
    ResultModel model(catalogue);
    for (const PortState state : kAllPortStates)
        model.setStateShown(state, true);
    model.append(sample());
    model.setFilter(filterOf(u"^ssh$"));
    model.clear(testStart()); // before it was matched
    QCOMPARE(model.rowCount(), 0);
    model.append(sample());
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(model.rowCount(), 1);
    model.clear(testStart());
    model.append(sample());
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.filter(), filterOf(u"^ssh$"));
}

QTEST_GUILESS_MAIN(TestFilterExpressions)
#include "tst_filterexpressions.moc"
