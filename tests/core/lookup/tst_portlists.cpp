// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"

#include <QTest>

using namespace roadstead;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

PortLists twoLists()
{
    return {.own = {{text("Web"), text("80,443,8000-8100")},
                    {text("Größte \u0416 & 'mine'"), text("!22, 1-100, ssh")}},
            .hidden = {text("games"), text("mail")}};
}

} // namespace

class TestPortLists final : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItIsGiven();
    void leavesOutWhatIsDamaged_data();
    void leavesOutWhatIsDamaged();
    void keepsAtMostAHundred();
    void survivesDeepAndLongText();
    void findsWhatIsWrongWithAList_data();
    void findsWhatIsWrongWithAList();
    void putsOnesOwnFirst();
    void readsOwnNamesInPortTexts_data();
    void readsOwnNamesInPortTexts();

private:
    PortCatalogue m_catalogue;
};

void TestPortLists::keepsWhatItIsGiven()
{
    QCOMPARE(portListsFromText(textOfPortLists(twoLists()), m_catalogue), twoLists());
    QCOMPARE(portListsFromText(textOfPortLists({}), m_catalogue), PortLists());
    QCOMPARE(portListsFromText({}, m_catalogue), PortLists());
}

void TestPortLists::leavesOutWhatIsDamaged_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const char *json, const QStringList &names = {}) {
        QTest::newRow(name) << text(json) << names;
    };
    row("no JSON", "Web: 80");
    row("cut off", R"({"version":1,"lists":[{"name":"a","ports":"80")");
    row("a list", R"([{"name":"a","ports":"80"}])");
    row("no version", R"({"lists":[{"name":"a","ports":"80"}]})");
    row("another version", R"({"version":2,"lists":[{"name":"a","ports":"80"}]})");
    row("a version in words", R"({"version":"1","lists":[{"name":"a","ports":"80"}]})");
    row("no objects", R"({"version":1,"lists":["a",1,null,[],{"name":"b","ports":"1"}]})",
        {text("b")});
    row("one object", R"({"version":1,"lists":{"name":"a","ports":"80"},"hidden":"mail"})");
    row("numbers for ports", R"({"version":1,"lists":[{"name":"a","ports":80}]})");
    row("no port", R"({"version":1,"lists":[{"name":"a","ports":"99999"}]})");
    row("nothing left", R"({"version":1,"lists":[{"name":"a","ports":"80 !80"}]})");
    row("a port for a name", R"({"version":1,"lists":[{"name":"80","ports":"22"}]})");
    row("a line break", R"({"version":1,"lists":[{"name":"a\nb","ports":"22"}]})");
    row("twice, case aside",
        R"({"version":1,"lists":[{"name":"My a","ports":"1"},{"name":"mY-A","ports":"2"}]})",
        {text("My a")});
    row("a sound one beside others",
        R"({"version":1,"lists":[{"name":"","ports":"1"},{"name":"b","ports":"2","x":0}]})",
        {text("b")});
}

void TestPortLists::leavesOutWhatIsDamaged()
{
    QFETCH(QString, json);
    QFETCH(QStringList, names);
    const PortLists lists = portListsFromText(json, m_catalogue);
    QStringList kept;
    for (const PortList &list : lists.own)
        kept.append(list.name);
    QCOMPARE(kept, names);
    QCOMPARE(lists.hidden, QStringList());
}

void TestPortLists::keepsAtMostAHundred()
{
    PortLists many;
    for (int i = 0; i < 150; ++i)
        many.own.append({QStringLiteral("list %1").arg(i), QString::number(i + 1)});
    for (int i = 0; i < 1'000; ++i)
        many.hidden.append(QStringLiteral("id%1").arg(i));
    const PortLists kept = portListsFromText(textOfPortLists(many), m_catalogue);
    QCOMPARE(kept.own, many.own.first(kMostPortLists));
    QCOMPARE(kept.hidden, many.hidden.first(200));
}

void TestPortLists::survivesDeepAndLongText()
{
    const QString deep = QString(100'000, u'[') + QString(100'000, u']');
    QCOMPARE(portListsFromText(deep, m_catalogue), PortLists());
    const QString all = QStringLiteral("all,").repeated(10'000);
    QCOMPARE(
        portListsFromText(textOfPortLists({.own = {{text("a"), all}}, .hidden = {}}), m_catalogue),
        PortLists());
}

void TestPortLists::findsWhatIsWrongWithAList_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<PortListFault::Code>("code");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    using enum PortListFault::Code;
    const auto row = [](const char *name, const char *ports, PortListFault::Code code, int position,
                        int length) {
        QTest::addRow("%s: %s", name, ports)
            << text(name) << text(ports) << code << position << length;
    };
    row("", "80", NoName, 0, 0);
    row("  ", "80", NoName, 0, 2);
    row("80", "80", BadName, 0, 1);
    row("-a", "80", BadName, 0, 1);
    row("!a", "80", BadName, 0, 1);
    row(" a", "80", BadName, 0, 1);
    row("a ", "80", BadName, 1, 1);
    row("a,b", "80", BadName, 1, 1);
    row("top:5", "80", BadName, 3, 1);
    row("http*", "80", BadName, 4, 1);
    row("a\u202eb", "80", BadName, 1, 1);
    row("a\u2028b", "80", BadName, 1, 1);
    row("a (3)", "80", BadName, 2, 1);
    row("Web", "", BadPorts, 0, 0);
    row("Web", "22, 99999", BadPorts, 4, 5);
    row("Web", "no-such-service", BadPorts, 0, 15);
    row("Web", "a*,b*,c*,d*,e*,f*,g*,h*,i*,j*,k*", ManyWildcards, 31, 1);
}

void TestPortLists::findsWhatIsWrongWithAList()
{
    QFETCH(QString, name);
    QFETCH(QString, ports);
    QFETCH(PortListFault::Code, code);
    const auto read = readPortList({name, ports}, m_catalogue);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().code, code);
    QTEST(static_cast<int>(read.error().error.position), "position");
    QTEST(static_cast<int>(read.error().error.length), "length");
    const QString longName(kLongestPortListName + 1, u'x');
    QCOMPARE(readPortList({longName, text("80")}, m_catalogue).error().code,
             PortListFault::Code::LongName);
    const QString longPorts = QStringLiteral("80 ").repeated(kLongestPortListText / 3 + 1);
    QCOMPARE(readPortList({text("a"), longPorts}, m_catalogue).error().code,
             PortListFault::Code::LongPorts);
}

void TestPortLists::putsOnesOwnFirst()
{
    const PortNames names(m_catalogue, twoLists());
    const auto presetOf = [this](const char *id) {
        for (const PortPreset &preset : m_catalogue.presets()) {
            if (preset.id == QLatin1String(id))
                return preset;
        }
        return PortPreset();
    };
    QVERIFY(names.isReplaced(presetOf("web")));
    QVERIFY(!names.isOffered(presetOf("web")));
    QVERIFY(!names.isReplaced(presetOf("games")));
    QVERIFY(!names.isOffered(presetOf("games")));
    QVERIFY(names.isOffered(presetOf("common")));
    QCOMPARE(names.ownNamed(u"WEB")->ports.size(), 103);
    QVERIFY(names.ownNamed(u"We") == nullptr);
    QCOMPARE(names.rankedCommonPorts(), m_catalogue.rankedCommonPorts());
}

void TestPortLists::readsOwnNamesInPortTexts_data()
{
    QTest::addColumn<QString>("ports");
    QTest::addColumn<int>("count");
    QTest::newRow("alone") << text("web") << 103;
    QTest::newRow("with others") << text("22, WEB,23") << 105;
    QTest::newRow("taken away") << text("79-81, !web") << 2;
    QTest::newRow("of two words") << text("größte ж & 'mine'") << 99;
    QTest::newRow("a hidden one") << text("mail !mail 5") << 1;
}

void TestPortLists::readsOwnNamesInPortTexts()
{
    QFETCH(QString, ports);
    QFETCH(int, count);
    const PortNames names(m_catalogue, twoLists());
    const auto read = PortParser(names).parse(ports);
    QVERIFY(read.hasValue());
    QCOMPARE(read->size(), count);
}

QTEST_APPLESS_MAIN(TestPortLists)
#include "tst_portlists.moc"
