// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/opener.h"
#include "tests/support/fakevocabulary.h"

#include <QTest>

using namespace roadstead;

namespace {

using Code = OpenerFault::Code;
using Field = OpenerFault::Field;

constexpr quint64 kPrefix = 0x2001'0db8'0000'0000;

OpenerTemplate templateWith(const QStringList &arguments)
{
    return {.name = QStringLiteral("Probe"),
            .program = QStringLiteral("probe"),
            .arguments = arguments,
            .ports = {},
            .isInTerminal = false};
}

OpenerSubject server()
{
    return {.address = Address::fromIpv4(0xc000'0201),
            .port = 22,
            .service = QStringLiteral("ssh"),
            .name = QStringLiteral("server.example"),
            .isOpen = true};
}

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

Q_DECLARE_METATYPE(roadstead::OpenerFault)
Q_DECLARE_METATYPE(roadstead::OpenerTemplate)

class TestOpener final : public QObject
{
    Q_OBJECT

private slots:
    void fillsArguments_data();
    void fillsArguments();
    void putsIpv6InBracketsWhereAPortFollows_data();
    void putsIpv6InBracketsWhereAPortFollows();
    void rendersAddressesAnew();
    void refusesTemplates_data();
    void refusesTemplates();
    void refusesNames_data();
    void refusesNames();
    void takesNamesThatAreTargets_data();
    void takesNamesThatAreTargets();
    void refusesServices_data();
    void refusesServices();
    void letsNothingBecomeAnOption();
    void isOfferedForItsPorts();

private:
    [[nodiscard]] Expected<Opener, OpenerFault> openerOf(const OpenerTemplate &source) const
    {
        return Opener::from(source, m_vocabulary);
    }
    [[nodiscard]] Opener openerWith(const QStringList &arguments) const
    {
        return openerOf(templateWith(arguments)).value();
    }

    FakeVocabulary m_vocabulary;
};

void TestOpener::fillsArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &arguments,
                        const QStringList &expected) {
        QTest::newRow(name) << arguments << expected;
    };
    row("none", {}, {});
    row("all four", {utf8("{address}"), utf8("{port}"), utf8("{service}"), utf8("{name}")},
        {utf8("192.0.2.1"), utf8("22"), utf8("ssh"), utf8("server.example")});
    row("parts of an argument", {utf8("{service}://{name}:{port}/?a={address}")},
        {utf8("ssh://server.example:22/?a=192.0.2.1")});
    row("one after the other", {utf8("{port}{port}")}, {utf8("2222")});
    row("an option of the template's own", {utf8("-p{port}"), utf8("--")},
        {utf8("-p22"), utf8("--")});
    row("braces", {utf8("{{port}}"), utf8("{{{port}}}"), utf8("{{\"a\":{port}}}")},
        {utf8("{port}"), utf8("{22}"), utf8("{\"a\":22}")});
    row("what shells would take", {utf8("a b; $(x) `y` 'z' \\ | {port}")},
        {utf8("a b; $(x) `y` 'z' \\ | 22")});
}

void TestOpener::fillsArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, expected);
    const auto command = openerWith(arguments).expand(server());
    QVERIFY(command);
    QCOMPARE(*command, QStringList{QStringLiteral("probe")} + expected);
}

void TestOpener::putsIpv6InBracketsWhereAPortFollows_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *argument, const char *expected) {
        QTest::newRow(argument) << utf8(argument) << utf8(expected);
    };
    row("{address}", "2001:db8::1");
    row("{address}/64", "2001:db8::1/64");
    row("root@{address}", "root@2001:db8::1");
    row("{address}:{port}", "[2001:db8::1]:22");
    row("root@{address}:/tmp", "root@[2001:db8::1]:/tmp");
    row("{address}::{port}", "[2001:db8::1]::22");
    row("http://{address}/", "http://[2001:db8::1]/");
    row("vnc://me@{address}", "vnc://me@[2001:db8::1]");
    row("[{address}]:{port}", "[2001:db8::1]:22");
    row("http://[{address}]:{port}/", "http://[2001:db8::1]:22/");
}

void TestOpener::putsIpv6InBracketsWhereAPortFollows()
{
    QFETCH(QString, argument);
    QFETCH(QString, expected);
    OpenerSubject subject = server();
    subject.address = Address::fromIpv6(kPrefix, 1);
    const auto command = openerWith({argument}).expand(subject);
    QVERIFY(command);
    QCOMPARE(command->at(1), expected);
}

void TestOpener::rendersAddressesAnew()
{
    OpenerSubject subject = server();
    subject.address = Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1);
    const auto command = openerWith({utf8("{address}")}).expand(subject);
    QVERIFY(command);
    QCOMPARE(command->at(1), utf8("fe80::1%1")); // and not the interface's name
}

void TestOpener::refusesTemplates_data()
{
    QTest::addColumn<OpenerTemplate>("source");
    QTest::addColumn<OpenerFault>("expected");
    const auto row = [](const char *name, const OpenerTemplate &source,
                        const OpenerFault &expected) { QTest::newRow(name) << source << expected; };
    const auto named = [](const QString &name) {
        OpenerTemplate source = templateWith({});
        source.name = name;
        return source;
    };
    const auto programmed = [](const QString &program) {
        OpenerTemplate source = templateWith({});
        source.program = program;
        return source;
    };
    const auto offered = [](const QString &ports) {
        OpenerTemplate source = templateWith({});
        source.ports = ports;
        return source;
    };
    row("no name", named({}), {Code::Empty, Field::Name, 0, 0, 0});
    row("a name of spaces", named(utf8("  ")), {Code::Empty, Field::Name, 0, 0, 0});
    row("name in two lines", named(utf8("a\nb")), {Code::ControlCharacter, Field::Name, 0, 1, 1});
    row("name that turns round", named(utf8("ab\u202e")),
        {Code::ControlCharacter, Field::Name, 0, 2, 1});
    row("half a character", named(QString(u'a') + QChar(0xd800)),
        {Code::ControlCharacter, Field::Name, 0, 1, 1});
    row("endless name", named(QString(81, u'n')), {Code::TooLong, Field::Name, 0, 80, 1});
    row("no program", programmed({}), {Code::Empty, Field::Program, 0, 0, 0});
    row("placeholder as program", programmed(utf8("{name}")),
        {Code::ProgramHasPlaceholder, Field::Program, 0, 0, 1});
    row("placeholder in the program", programmed(utf8("/opt/{service}/run")),
        {Code::ProgramHasPlaceholder, Field::Program, 0, 5, 1});
    row("doubled braces in the program", programmed(utf8("a{{")),
        {Code::ProgramHasPlaceholder, Field::Program, 0, 1, 1});
    row("where one happens to be", programmed(utf8("./run")),
        {Code::ProgramNotAbsolute, Field::Program, 0, 0, 5});
    row("program with NUL", programmed(QString(utf8("ls") + QChar(0))),
        {Code::ControlCharacter, Field::Program, 0, 2, 1});
    row("unknown placeholder", templateWith({utf8("{port}"), utf8("a{adress}b")}),
        {Code::UnknownPlaceholder, Field::Arguments, 1, 1, 8});
    row("placeholders are lower case", templateWith({utf8("{Port}")}),
        {Code::UnknownPlaceholder, Field::Arguments, 0, 0, 6});
    row("empty braces", templateWith({utf8("{}")}),
        {Code::UnknownPlaceholder, Field::Arguments, 0, 0, 2});
    row("never closed", templateWith({utf8("a {port")}),
        {Code::UnmatchedBrace, Field::Arguments, 0, 2, 1});
    row("never opened", templateWith({utf8("port}")}),
        {Code::UnmatchedBrace, Field::Arguments, 0, 4, 1});
    row("new line in an argument", templateWith({utf8("a"), utf8("b\nc")}),
        {Code::ControlCharacter, Field::Arguments, 1, 1, 1});
    row("empty argument", templateWith({utf8("a"), QString()}),
        {Code::Empty, Field::Arguments, 1, 0, 0});
    row("endless argument", templateWith({QString(1'001, u'a')}),
        {Code::TooLong, Field::Arguments, 0, 1'000, 1});
    row("too much in all", templateWith(QStringList(5, QString(900, u'a'))),
        {Code::TooLong, Field::Arguments, 4, 0, 900});
    row("too many", templateWith(QStringList(51, utf8("a"))),
        {Code::TooManyArguments, Field::Arguments, 50, 0, 0});
    row("no ports", offered(utf8("ssh, 70000")), {Code::BadPorts, Field::Ports, 0, 5, 5});
    row("no service", offered(utf8("nossuchservice")), {Code::BadPorts, Field::Ports, 0, 0, 14});
}

void TestOpener::refusesTemplates()
{
    QFETCH(OpenerTemplate, source);
    QFETCH(OpenerFault, expected);
    const auto opener = openerOf(source);
    QVERIFY(!opener);
    QCOMPARE(opener.error().code, expected.code);
    QCOMPARE(opener.error(), expected);
}

void TestOpener::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Code>("code");
    const auto row = [](const char *label, const QString &name, Code code = Code::BadHostName) {
        QTest::newRow(label) << name << code;
    };
    row("none", {}, Code::NoName);
    row("an option", utf8("-oProxyCommand=x"), Code::StartsWithDash);
    row("a long option", utf8("--help"), Code::StartsWithDash);
    row("a dash", utf8("-"), Code::StartsWithDash);
    row("a label with a dash", utf8("a.-b"));
    row("command substitution", utf8("$(reboot)"));
    row("backticks", utf8("`reboot`"));
    row("two commands", utf8("a;b"));
    row("a pipe", utf8("a|b"));
    row("two lines", utf8("a\nb"));
    row("a line's end", utf8("a\n"));
    row("NUL", QString(u'a') + QChar(0) + u'b');
    row("space", utf8("a b"));
    row("parent folder", utf8(".."));
    row("path", utf8("../../bin/sh"));
    row("right-to-left override", utf8("moc.elpmaxe\u202e"));
    row("percent", utf8("%n"));
    row("quotes", utf8("a\"b'c"));
    row("placeholder", utf8("{port}"));
    row("user", utf8("me@host"));
    row("URL", utf8("http://host"));
    row("wildcard", utf8("*"));
    row("very long", QString(300, u'a'));
    row("long label", QString(64, u'a'));
    row("number", utf8("123"));
    row("hexadecimal", utf8("a.0x7f"));
    row("full-width dash before an option", utf8("\uff0doProxyCommand"));
}

void TestOpener::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(Code, code);
    OpenerSubject subject = server();
    subject.name = name;
    for (const char *argument : {"{name}", "x{name}", "--host={name}", "http://{name}:{port}/"}) {
        const auto command = openerWith({utf8("{port}"), utf8(argument)}).expand(subject);
        QVERIFY2(!command, argument);
        QCOMPARE(command.error().code, code);
        QCOMPARE(command.error().argument, 1);
    }
    QVERIFY2(openerWith({utf8("{address}")}).expand(subject), "who does not ask is not hurt");
}

void TestOpener::takesNamesThatAreTargets_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("server.example") << utf8("server.example");
    QTest::newRow("a_b-c.example.") << utf8("a_b-c.example.");
    QTest::newRow("münchen.example") << utf8("xn--mnchen-3ya.example");
}

void TestOpener::takesNamesThatAreTargets()
{
    QFETCH(QString, expected);
    OpenerSubject subject = server();
    subject.name = utf8(QTest::currentDataTag());
    const auto command = openerWith({utf8("{name}")}).expand(subject);
    QVERIFY(command);
    QCOMPARE(command->at(1), expected);
}

void TestOpener::refusesServices_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<Code>("code");
    QTest::newRow("none") << QString() << Code::NoService;
    QTest::newRow("an option") << utf8("-x") << Code::StartsWithDash;
    QTest::newRow("capitals") << utf8("EtherNet-IP-1") << Code::BadService;
    QTest::newRow("a path") << utf8("cl/1") << Code::BadService;
    QTest::newRow("a wildcard") << utf8("sql*net") << Code::BadService;
    QTest::newRow("other digits") << utf8("ssh\u0662") << Code::BadService;
    QTest::newRow("two commands") << utf8("a;b") << Code::BadService;
}

void TestOpener::refusesServices()
{
    QFETCH(QString, service);
    QFETCH(Code, code);
    OpenerSubject subject = server();
    subject.service = service;
    const auto command = openerWith({utf8("x{service}")}).expand(subject);
    QVERIFY(!command);
    QCOMPARE(command.error().code, code);
}

/// Not even what a later rule for names might let through.
void TestOpener::letsNothingBecomeAnOption()
{
    OpenerSubject subject = server();
    subject.name = utf8("-x");
    for (const char *argument : {"{name}", "{name}{port}", "-{name}"}) {
        const auto command = openerWith({utf8(argument)}).expand(subject);
        QVERIFY2(!command, argument);
        QCOMPARE(command.error().code, Code::StartsWithDash);
    }
}

void TestOpener::isOfferedForItsPorts()
{
    OpenerTemplate source = templateWith({});
    QVERIFY(openerOf(source)->isOfferedFor(0));
    QVERIFY(openerOf(source)->isOfferedFor(65'535));
    source.ports = utf8("http*, 5900-5901");
    const auto opener = openerOf(source);
    QVERIFY(opener);
    for (const int port : {80, 443, 8'080, 5'900, 5'901})
        QVERIFY2(opener->isOfferedFor(static_cast<quint16>(port)),
                 qPrintable(QString::number(port)));
    for (const int port : {0, 22, 5'902})
        QVERIFY2(!opener->isOfferedFor(static_cast<quint16>(port)),
                 qPrintable(QString::number(port)));
}

QTEST_GUILESS_MAIN(TestOpener)
#include "tst_opener.moc"
