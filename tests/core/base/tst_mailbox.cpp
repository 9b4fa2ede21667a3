// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/mailbox.h"

#include <QSemaphore>
#include <QTest>

#include <array>
#include <memory>
#include <thread>

using namespace roadstead;

class TestMailbox final : public QObject
{
    Q_OBJECT

private slots:
    void givesBackInOrder();
    void takesWhatCannotBeCopied();
    void keepsEachThreadsOrder();
};

void TestMailbox::givesBackInOrder()
{
    Mailbox<int> box;
    box.put(1);
    box.put(2);
    QCOMPARE(box.take(), 1);
    box.put(3);
    QCOMPARE(box.take(), 2);
    QCOMPARE(box.take(), 3);
}

void TestMailbox::takesWhatCannotBeCopied()
{
    Mailbox<std::unique_ptr<int>> box;
    box.put(std::make_unique<int>(4'711));
    QCOMPARE(*box.take(), 4'711);
}

/// Several write and one reads, each as soon as it is told.
void TestMailbox::keepsEachThreadsOrder()
{
    constexpr int kWriters = 3;
    constexpr int kEach = 10'000;
    struct Letter
    {
        int writer = 0;
        QString text; ///< made in one thread, freed in another
    };
    Mailbox<Letter> box;
    QSemaphore told;
    std::array<std::thread, kWriters> writers;
    for (int writer = 0; writer < kWriters; ++writer)
        writers[static_cast<size_t>(writer)] = std::thread([writer, &box, &told] {
            for (int i = 0; i < kEach; ++i) {
                box.put({writer, QString::number(i)});
                told.release();
            }
        });
    std::array<int, kWriters> next{};
    bool isInOrder = true;
    for (int i = 0; i < kWriters * kEach; ++i) {
        told.acquire();
        const Letter letter = box.take();
        isInOrder &= letter.text == QString::number(next.at(static_cast<size_t>(letter.writer))++);
    }
    for (std::thread &writer : writers)
        writer.join();
    QVERIFY(isInOrder);
    QCOMPARE(next, (std::array<int, kWriters>{kEach, kEach, kEach}));
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
