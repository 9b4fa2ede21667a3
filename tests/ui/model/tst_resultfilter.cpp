// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/portstate.h"
#include "ui/model/resultfilter.h"
#include "ui/model/wildcard.h"

#include <QTest>

using namespace roadstead;

namespace {

FilterTerm term(FilterKey key, const QStringList &patterns = {})
{
    FilterTerm result;
    result.key = key;
    result.patterns = patterns;
    return result;
}

FilterTerm ports(const QList<FilterTerm::PortRange> &ranges)
{
    FilterTerm result = term(FilterKey::Port);
    result.ports = ranges;
    return result;
}

FilterTerm accepts(FilterKey key, quint16 bits)
{
    FilterTerm result = term(key);
    result.accepted = bits;
    return result;
}

FilterTerm rtt(quint32 from, quint32 to)
{
    FilterTerm result = term(FilterKey::Rtt);
    result.rttFrom = from;
    result.rttTo = to;
    return result;
}

FilterTerm excluded(FilterTerm result)
{
    result.isExcluded = true;
    return result;
}

constexpr quint16 bit(PortState state)
{
    return static_cast<quint16>(1U << static_cast<unsigned>(state));
}

constexpr quint16 bit(Reason reason)
{
    return static_cast<quint16>(1U << static_cast<unsigned>(reason));
}

} // namespace

class TestResultFilter final : public QObject
{
    Q_OBJECT

private slots:
    void readsTerms_data();
    void readsTerms();
    void namesFaultAndPlace_data();
    void namesFaultAndPlace();
    void everyFaultHasASentence();
    void holdsAtMostSixtyFourTerms();
    void matchesWildcards_data();
    void matchesWildcards();
    void shortensWhatItNames();
};

void TestResultFilter::readsTerms_data()
{
    using K = FilterKey;
    constexpr quint32 kMost = 0xffff'fffe;
    constexpr auto kUnreach =
        static_cast<quint16>(bit(Reason::PortUnreach) | bit(Reason::HostUnreach)
                             | bit(Reason::NetUnreach) | bit(Reason::ProtoUnreach));
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<FilterTerm>>("expected");
    const auto row = [](const char *text, const QList<FilterTerm> &expected) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromUtf8(text) << expected;
    };
    row("", {});
    row("  \t ", {});
    row("SSH", {term(K::Any, {QStringLiteral("ssh")})});
    row("ssh 10.0",
        {term(K::Any, {QStringLiteral("ssh")}), term(K::Any, {QStringLiteral("10.0")})});
    row("-ssh", {excluded(term(K::Any, {QStringLiteral("ssh")}))});
    row("fe80::1", {term(K::Any, {QStringLiteral("fe80::1")})});
    row("::1", {term(K::Any, {QStringLiteral("::1")})});
    row("10.0.0.1:80", {term(K::Any, {QStringLiteral("10.0.0.1:80")})});
    row("a,b", {term(K::Any, {QStringLiteral("a,b")})});
    row("*", {term(K::Any, {QStringLiteral("*")})});
    row("open", {accepts(K::State, bit(PortState::Open))});
    row("Filtered", {accepts(K::State, bit(PortState::Filtered))});
    row("-closed", {excluded(accepts(K::State, bit(PortState::Closed)))});
    row("openvpn", {term(K::Any, {QStringLiteral("openvpn")})});
    row("state:open,unknown",
        {accepts(K::State, static_cast<quint16>(bit(PortState::Open) | bit(PortState::Unknown)))});
    row("HOST:10.0.*", {term(K::Host, {QStringLiteral("10.0.*")})});
    row("host:10.0.", {term(K::Host, {QStringLiteral("10.0.*")})});
    row("host:fe80:", {term(K::Host, {QStringLiteral("fe80:*")})});
    row("host:fe80::1", {term(K::Host, {QStringLiteral("fe80::1")})});
    row("host:a,B", {term(K::Host, {QStringLiteral("a"), QStringLiteral("b")})});
    row("name:lan", {term(K::Name, {QStringLiteral("*lan*")})});
    row("name:r*.lan", {term(K::Name, {QStringLiteral("r*.lan")})});
    row("unexpected", {term(K::Unexpected)});
    row("-Unexpected", {excluded(term(K::Unexpected))});
    row("note:Ask", {term(K::Note, {QStringLiteral("*ask*")})});
    row("note:*later", {term(K::Note, {QStringLiteral("*later")})});
    row("service:ssh", {term(K::Service, {QStringLiteral("ssh")})});
    row("port:80", {ports({{80, 80}})});
    row("port:80-90,443", {ports({{80, 90}, {443, 443}})});
    row("port:-100", {ports({{0, 100}})});
    row("port:60000-", {ports({{60'000, 65'535}})});
    row("-port:0", {excluded(ports({{0, 0}}))});
    row("reason:port-unreach", {accepts(K::Reason, bit(Reason::PortUnreach))});
    row("reason:*-Unreach", {accepts(K::Reason, kUnreach)});
    row("rtt>50", {rtt(50'001, kMost)});
    row("rtt>=50ms", {rtt(50'000, kMost)});
    row("rtt<5ms", {rtt(0, 4'999)});
    row("rtt<=5", {rtt(0, 5'000)});
    row("rtt<0.5", {rtt(0, 499)});
    row("rtt>1.5s", {rtt(1'500'001, kMost)});
    row("rtt<250us", {rtt(0, 249)});
    row("rtt<250\u00b5s", {rtt(0, 249)});
    row("rtt<0.5us", {rtt(0, 0)});
    row("rtt<0", {rtt(1, 0)});
    row("rtt>99999s", {rtt(kMost, kMost)});
    row("-rtt>50", {excluded(rtt(50'001, kMost))});
    row("open port:22 -host:10.0.0.1", {accepts(K::State, bit(PortState::Open)), ports({{22, 22}}),
                                        excluded(term(K::Host, {QStringLiteral("10.0.0.1")}))});
}

void TestResultFilter::readsTerms()
{
    QFETCH(QString, text);
    QFETCH(QList<FilterTerm>, expected);
    const auto filter = ResultFilter::parse(text);
    QVERIFY(filter.hasValue());
    QCOMPARE(filter->terms(), expected);
    QCOMPARE(filter->isEmpty(), expected.isEmpty());
}

void TestResultFilter::namesFaultAndPlace_data()
{
    using C = FilterErrorCode;
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterErrorCode>("code");
    QTest::addColumn<QString>("faulty");
    const auto row = [](const char *text, FilterErrorCode code, const char *faulty) {
        QTest::newRow(text) << QString::fromUtf8(text) << code << QString::fromUtf8(faulty);
    };
    row("ssh -", C::MissingWord, "-");
    row("ssh port:", C::MissingValue, "port:");
    row("port:80,,90", C::MissingValue, "80,,90");
    row("port:80,", C::MissingValue, "80,");
    row("rtt>", C::MissingValue, "rtt>");
    row("ssh prot:80", C::UnknownKey, "prot");
    row("size>5", C::UnknownKey, "size");
    row("rtt:5", C::WrongOperator, "rtt:5");
    row("rtt=5", C::WrongOperator, "=");
    row("port>80", C::WrongOperator, ">");
    row("port:http", C::BadPort, "http");
    row("port:22,65536", C::BadPort, "65536");
    row("port:90-80", C::BadPort, "90-80");
    row("port:-", C::BadPort, "-");
    row("port:1-2-3", C::BadPort, "1-2-3");
    row("port:+80", C::BadPort, "+80");
    row("x state:ajar", C::BadState, "ajar");
    row("reason:boredom", C::BadReason, "boredom");
    row("rtt>fast", C::BadTime, "fast");
    row("rtt>5h", C::BadTime, "5h");
    row("rtt>1,5", C::BadTime, "1,5");
    row("rtt>1.2.3", C::BadTime, "1.2.3");
    row("-rtt>ms", C::BadTime, "ms");
}

void TestResultFilter::namesFaultAndPlace()
{
    QFETCH(QString, text);
    QFETCH(FilterErrorCode, code);
    QFETCH(QString, faulty);
    const auto filter = ResultFilter::parse(text);
    QVERIFY(!filter.hasValue());
    const FilterError expected{code, text.indexOf(faulty), faulty.size(), {}};
    QCOMPARE(filter.error().code, expected.code);
    QCOMPARE(text.mid(filter.error().position, filter.error().length), faulty);
    QVERIFY(describe(filter.error(), text).startsWith(faulty));
}

void TestResultFilter::everyFaultHasASentence()
{
    const auto last = static_cast<int>(FilterErrorCode::LongExpression);
    QStringList sentences;
    for (int code = 0; code <= last; ++code) {
        const QString sentence = describe({static_cast<FilterErrorCode>(code), 0, 1, {}}, u"x");
        QVERIFY(sentence.size() > 10);
        sentences << sentence;
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestResultFilter::holdsAtMostSixtyFourTerms()
{
    const QString most = QStringLiteral("x ").repeated(ResultFilter::kMaximumTerms);
    QCOMPARE(ResultFilter::parse(most).value().terms().size(),
             qsizetype(ResultFilter::kMaximumTerms));
    const auto tooMany = ResultFilter::parse(QString(most + u"y"));
    QVERIFY(!tooMany.hasValue());
    QCOMPARE(tooMany.error(), (FilterError{FilterErrorCode::TooManyTerms, most.size(), 1, {}}));
}

void TestResultFilter::matchesWildcards_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, const char *text, bool expected) {
        QTest::addRow("'%s' on '%s'", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << expected;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("*", "abc", true);
    row("a*", "abc", true);
    row("*c", "abc", true);
    row("a*c", "abcbc", true);
    row("a*c", "abcb", false);
    row("a?c", "abc", true);
    row("a?c", "ac", false);
    row("abc", "abcd", false);
    row("**b**", "abc", true);
    row("*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa", false);
    row("10.0.*.1", "10.0.3.1", true);
    row("10.0.*.1", "10.0.3.11", false);
}

void TestResultFilter::matchesWildcards()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(matchesWildcard(pattern, text), expected);
}

/// In a tooltip, and read aloud.
void TestResultFilter::shortensWhatItNames()
{
    const QString begin(30, u'b');
    const QString longest = begin + QString(4'056, u'-') + QStringLiteral("123456789(");
    for (const FilterErrorCode code :
         {FilterErrorCode::LongExpression, FilterErrorCode::BadExpression}) {
        const QString said = describe({code, 0, longest.size(), QStringLiteral("why")}, longest);
        QVERIFY2(said.startsWith(begin + u"…23456789(:"), qPrintable(said));
        QVERIFY(said.size() < 160);
    }
    // A character of two units at either cut is whole, or not there.
    const QString fish = QStringLiteral("\U0001F41F");
    for (const QString &text : {QString(fish.repeated(60)), QString(u'x' + fish.repeated(60))}) {
        QString said = describe({FilterErrorCode::BadReason, 0, text.size(), {}}, text);
        said.remove(fish).remove(u'x');
        QVERIFY2(said.startsWith(u"…:"), qPrintable(said));
    }
    QVERIFY(describe({FilterErrorCode::BadReason, 0, 40, {}}, QString(40, u'y'))
                .startsWith(QString(40, u'y')));
}

QTEST_GUILESS_MAIN(TestResultFilter)
#include "tst_resultfilter.moc"
