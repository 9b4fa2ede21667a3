// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Socket notifiers on the event dispatcher.

#include "core/scan/notifiertable.h"
#include "tests/support/dispatcherbench.h"

#include <QDir>
#include <QTimer>

#include <fcntl.h>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// How many descriptors this process has given to epoll.
int watchedDescriptors()
{
    int watched = 0;
    const auto numbers =
        QDir(QStringLiteral("/proc/self/fdinfo")).entryList(QDir::Files | QDir::System);
    for (const QString &number : numbers) {
        QFile info(QStringLiteral("/proc/self/fdinfo/") + number);
        if (info.open(QIODevice::ReadOnly))
            watched += static_cast<int>(info.readAll().count("tfd:"));
    }
    return watched;
}

} // namespace

class TestDispatcherSockets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addDispatcherRows(); }

    void tellsReadersAndWriters_data();
    void tellsReadersAndWriters();
    void tellsOfUrgentDataByTheExceptionNotifier();
    void servesThreeNotifiersOnOneDescriptor();
    void doesNotDeliverToWhoWasDisabledInTheSameTurn();
    void doesNotDeliverToWhoWasDeletedInTheSameTurn();
    void doesNotMistakeANewFileForOneThatWasReady();
    void followsANumberThatWasClosedUnderItsNotifier_data();
    void followsANumberThatWasClosedUnderItsNotifier();
    void watchesAgainWhoWasDisabledAndEnabled();
    void lendsWhatIsReadyToAnInnerLoop();
    void disablesWhatCannotBeWatched_data();
    void disablesWhatCannotBeWatched();
    void tellsTheKernelNothingOfWhatCameAndWent();
    void letsTimersInBetweenManySockets();
};

void TestDispatcherSockets::tellsReadersAndWriters_data()
{
    QTest::addColumn<bool>("hasData");
    QTest::addColumn<bool>("isHungUp");
    QTest::addColumn<Log>("told");
    const QString read = QStringLiteral("read");
    const QString write = QStringLiteral("write");
    const QString exception = QStringLiteral("exception");
    QTest::newRow("idle") << false << false << Log{write};
    QTest::newRow("data") << true << false << Log{read, write};
    QTest::newRow("hung up") << false << true << Log{read, write, exception};
}

void TestDispatcherSockets::tellsReadersAndWriters()
{
    QFETCH(const bool, hasData);
    QFETCH(const bool, isHungUp);
    QFETCH(const Log, told);
    QCOMPARE(logOf([&](Log &log) {
                 Pair pair;
                 const auto reader =
                     reporting(pair.ends[0], QSocketNotifier::Read, log, QStringLiteral("read"));
                 const auto writer =
                     reporting(pair.ends[0], QSocketNotifier::Write, log, QStringLiteral("write"));
                 const auto alarm = reporting(pair.ends[0], QSocketNotifier::Exception, log,
                                              QStringLiteral("exception"));
                 if (hasData)
                     pair.send();
                 if (isHungUp)
                     pair.closeEnd(1);
                 turn();
             }),
             told);
}

void TestDispatcherSockets::tellsOfUrgentDataByTheExceptionNotifier()
{
    QCOMPARE(logOf([](Log &log) {
                 Pair pair;
                 const auto alarm =
                     reporting(pair.ends[0], QSocketNotifier::Exception, log, QStringLiteral("!"));
                 turn();
                 log += QStringLiteral("sent");
                 if (::send(pair.ends[1], "x", 1, MSG_OOB) != 1)
                     log = {QStringLiteral("sent"), QStringLiteral("!")}; // no such sockets here
                 else
                     turn();
             }),
             (Log{QStringLiteral("sent"), QStringLiteral("!")}));
}

void TestDispatcherSockets::servesThreeNotifiersOnOneDescriptor()
{
    QCOMPARE(logOf([](Log &log) {
                 const Pair pair;
                 pair.send();
                 const auto reader =
                     reporting(pair.ends[0], QSocketNotifier::Read, log, QStringLiteral("read"));
                 const auto writer =
                     reporting(pair.ends[0], QSocketNotifier::Write, log, QStringLiteral("write"));
                 turn();
                 log += QStringLiteral("no writer");
                 writer->setEnabled(false);
                 turn();
                 log += QStringLiteral("no reader");
                 writer->setEnabled(true);
                 reader->setEnabled(false);
                 turn();
                 log += QStringLiteral("none");
                 writer->setEnabled(false);
                 turn();
             }),
             (Log{QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("no writer"),
                  QStringLiteral("read"), QStringLiteral("no reader"), QStringLiteral("write"),
                  QStringLiteral("none")}));
}

void TestDispatcherSockets::doesNotDeliverToWhoWasDisabledInTheSameTurn()
{
    QCOMPARE(logOf([](Log &log) {
                 const Pair first;
                 const Pair second;
                 std::array<std::unique_ptr<QSocketNotifier>, 4> all;
                 const auto disableAll = [&] {
                     log += QStringLiteral("one");
                     for (const auto &notifier : all)
                         notifier->setEnabled(false);
                 };
                 all[0] = notifierOn(first.ends[0], QSocketNotifier::Write, disableAll);
                 all[1] = notifierOn(first.ends[0], QSocketNotifier::Read, disableAll);
                 all[2] = notifierOn(second.ends[0], QSocketNotifier::Write, disableAll);
                 all[3] = notifierOn(second.ends[0], QSocketNotifier::Read, disableAll);
                 first.send();
                 second.send();
                 settle();
             }),
             Log{QStringLiteral("one")});
}

void TestDispatcherSockets::doesNotDeliverToWhoWasDeletedInTheSameTurn()
{
    QCOMPARE(logOf([](Log &log) {
                 const Pair first;
                 const Pair second;
                 std::unique_ptr<QSocketNotifier> a;
                 std::unique_ptr<QSocketNotifier> b;
                 a = notifierOn(first.ends[0], QSocketNotifier::Read, [&] {
                     log += QStringLiteral("one");
                     first.receive();
                     b.reset();
                 });
                 b = notifierOn(second.ends[0], QSocketNotifier::Read, [&] {
                     log += QStringLiteral("one");
                     second.receive();
                     a.reset();
                 });
                 first.send();
                 second.send();
                 settle();
             }),
             Log{QStringLiteral("one")});
}

void TestDispatcherSockets::doesNotMistakeANewFileForOneThatWasReady()
{
    // Each of two ready sockets, whichever is served first, replaces the other by one that is not
    // ready and has its number.
    QCOMPARE(logOf([](Log &log) {
                 std::array<Pair, 2> pairs;
                 const Pair quiet;
                 std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
                 const auto serve = [&](size_t own) {
                     const size_t other = 1 - own;
                     const int number = pairs.at(other).ends[0];
                     log += QStringLiteral("ready");
                     pairs.at(own).receive();
                     notifiers.at(other).reset();
                     ::dup2(quiet.ends[0], number); // closes what it was
                     notifiers.at(other) =
                         reporting(number, QSocketNotifier::Read, log, QStringLiteral("not ready"));
                 };
                 for (const size_t i : {0U, 1U}) {
                     notifiers.at(i) = notifierOn(pairs.at(i).ends[0], QSocketNotifier::Read,
                                                  [&serve, i] { serve(i); });
                     pairs.at(i).send();
                 }
                 settle();
                 log += QStringLiteral("sent");
                 quiet.send();
                 turn();
             }),
             (Log{QStringLiteral("ready"), QStringLiteral("sent"), QStringLiteral("not ready")}));
}

void TestDispatcherSockets::followsANumberThatWasClosedUnderItsNotifier_data()
{
    QTest::addColumn<QSocketNotifier::Type>("oldType");
    QTest::newRow("same type") << QSocketNotifier::Read;
    QTest::newRow("another type") << QSocketNotifier::Exception;
}

void TestDispatcherSockets::followsANumberThatWasClosedUnderItsNotifier()
{
    QFETCH(const QSocketNotifier::Type, oldType);
    QFETCH_GLOBAL(const bool, qtDispatcher);
    const QRegularExpression warning(QStringLiteral("(: Multiple|^Two) socket notifiers"));
    if (oldType == QSocketNotifier::Read) {
        QTest::ignoreMessage(QtWarningMsg, warning);
        if (qtDispatcher) // which says so again when the old one goes
            QTest::ignoreMessage(QtWarningMsg, warning);
    }
    QCOMPARE(logOf([oldType](Log &log) {
                 Pair forgotten;
                 const Pair next;
                 const int number = forgotten.ends[0];
                 auto old = reporting(number, oldType, log, QStringLiteral("old"));
                 turn();
                 ::dup2(next.ends[0], number); // the old notifier hears nothing of it
                 const auto fresh =
                     reporting(number, QSocketNotifier::Read, log, QStringLiteral("new"));
                 next.send();
                 turn();
                 old.reset();
                 turn();
             }),
             (Log{QStringLiteral("new"), QStringLiteral("new")}));
}

void TestDispatcherSockets::watchesAgainWhoWasDisabledAndEnabled()
{
    // Between the two the number became another file's.
    QCOMPARE(logOf([](Log &log) {
                 Pair gone;
                 const Pair next;
                 const auto reader =
                     reporting(gone.ends[0], QSocketNotifier::Read, log, QStringLiteral("read"));
                 turn();
                 reader->setEnabled(false);
                 ::dup2(next.ends[0], gone.ends[0]);
                 reader->setEnabled(true);
                 turn();
                 next.send();
                 log += QStringLiteral("sent");
                 turn();
             }),
             (Log{QStringLiteral("sent"), QStringLiteral("read")}));
}

void TestDispatcherSockets::lendsWhatIsReadyToAnInnerLoop()
{
    // Whoever is served first runs a loop in which the others are served; nobody twice.
    QCOMPARE(logOf([](Log &log) {
                 std::array<Pair, 3> pairs;
                 std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
                 for (const Pair &pair : pairs) {
                     notifiers.push_back(notifierOn(pair.ends[0], QSocketNotifier::Read, [&] {
                         log += QStringLiteral("in");
                         pair.receive();
                         turn();
                         log += QStringLiteral("out");
                     }));
                     pair.send();
                 }
                 settle();
             }),
             (Log{QStringLiteral("in"), QStringLiteral("in"), QStringLiteral("in"),
                  QStringLiteral("out"), QStringLiteral("out"), QStringLiteral("out")}));
}

void TestDispatcherSockets::disablesWhatCannotBeWatched_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Log>("told");
    const QString off = QStringLiteral("off");
    QTest::newRow("not open") << QString() << Log{off};
    QTest::newRow("a regular file")
        << QCoreApplication::applicationFilePath() << Log{QStringLiteral("read"), off};
}

void TestDispatcherSockets::disablesWhatCannotBeWatched()
{
    QFETCH_GLOBAL(const bool, qtDispatcher);
    QFETCH(const QString, path);
    QFETCH(const Log, told);
    if (qtDispatcher && !path.isEmpty())
        QSKIP("poll() finds every regular file ready");
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("^(QSocketNotifier: Invalid socket|"
                                                           "Cannot wait for descriptor) ")));
    QCOMPARE(logOf([&path](Log &log) {
                 int descriptor =
                     ::open(path.isEmpty() ? "/dev/null" : qPrintable(path), O_RDONLY | O_CLOEXEC);
                 if (path.isEmpty())
                     ::close(descriptor);
                 const auto reader =
                     reporting(descriptor, QSocketNotifier::Read, log, QStringLiteral("read"));
                 turn();
                 turn();
                 log += reader->isEnabled() ? QStringLiteral("on") : QStringLiteral("off");
                 turn();
                 if (!path.isEmpty())
                     ::close(descriptor);
             }),
             told);
}

void TestDispatcherSockets::tellsTheKernelNothingOfWhatCameAndWent()
{
    QFETCH_GLOBAL(const bool, qtDispatcher);
    if (qtDispatcher)
        QSKIP("of our event dispatcher only");
    QList<int> watched;
    runOn(false, [&watched] {
        const Pair pair;
        turn();
        watched += watchedDescriptors(); // the doorbell, and this test's own thread
        const auto reader = notifierOn(pair.ends[0], QSocketNotifier::Read, [] {});
        watched += watchedDescriptors();
        turn();
        watched += watchedDescriptors();
        reader->setEnabled(false);
        watched += watchedDescriptors();
        std::unique_ptr<QSocketNotifier> writer;
        writer = notifierOn(pair.ends[0], QSocketNotifier::Write, [&writer, &watched] {
            watched += watchedDescriptors(); // ready in its first turn
            writer->setEnabled(false);
        });
        turn();
    });
    const int without = watched.first();
    QCOMPARE(watched, (QList<int>{without, without, without + 1, without, without}));
}

void TestDispatcherSockets::letsTimersInBetweenManySockets()
{
    QFETCH_GLOBAL(const bool, qtDispatcher);
    if (qtDispatcher)
        QSKIP("of our event dispatcher only");
    constexpr int kMany = NotifierTable::kEventsPerTurn + 100;
    QList<int> servedBeforeTimer;
    QSet<int> served;
    runOn(false, [&] {
        const Pair pair;
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        int count = 0;
        for (int i = 0; i < kMany; ++i) {
            const int copy = ::fcntl(pair.ends[0], F_DUPFD_CLOEXEC, 0);
            notifiers.push_back(notifierOn(copy, QSocketNotifier::Write, [&count, &served, copy] {
                ++count;
                served.insert(copy);
            }));
        }
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer,
                         [&] { servedBeforeTimer += std::exchange(count, 0); });
        timer.start(0ms);
        turn();
        turn();
        for (const auto &notifier : notifiers) {
            notifier->setEnabled(false);
            ::close(static_cast<int>(notifier->socket()));
        }
    });
    constexpr int kAtOnce = NotifierTable::kEventsPerTurn;
    // Of the doorbell's own events there is at most one.
    QCOMPARE(servedBeforeTimer, (QList<int>{kAtOnce, kAtOnce}));
    QCOMPARE(served.size(), kMany); // nobody is served twice while others wait
}

int main(int argc, char **argv)
{
    return runDispatcherTest<TestDispatcherSockets>(argc, argv);
}

#include "tst_dispatchersockets.moc"
