// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/messagebar.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace roadstead;

namespace {

Message messageOf(const char *id, MessageLevel level, const char *text)
{
    return {.id = QLatin1String(id),
            .level = level,
            .text = QLatin1String(text),
            .actions = {{QStringLiteral("&Act"), [] {}}}};
}

} // namespace

class tst_MessageBar : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionComesFirst();
    void countsWithoutMovingAnything();
    void keepsWhatOutlivesAScan();

private:
    static QStringList idsOf(const MessageBar &bar);
};

QStringList tst_MessageBar::idsOf(const MessageBar &bar)
{
    QStringList ids;
    for (const Message &message : bar.messages())
        ids.append(message.id);
    return ids;
}

/// A scan may wait for its answer.
void tst_MessageBar::aQuestionComesFirst()
{
    MessageBar bar;
    bar.post(messageOf("old", MessageLevel::Warning, "a"));
    bar.post(messageOf("question", MessageLevel::Question, "b?"));
    bar.post(messageOf("new", MessageLevel::Error, "c"));
    QCOMPARE(idsOf(bar), QStringList({QStringLiteral("question"), QStringLiteral("new"),
                                      QStringLiteral("old")}));
    bar.post(messageOf("further", MessageLevel::Question, "d?"));
    QCOMPARE(idsOf(bar), QStringList({QStringLiteral("further"), QStringLiteral("question"),
                                      QStringLiteral("new"), QStringLiteral("old")}));
    bar.dismiss(QStringLiteral("further"));
    bar.dismiss(QStringLiteral("question"));
    QCOMPARE(idsOf(bar), QStringList({QStringLiteral("new"), QStringLiteral("old")}));
}

/// Neither the buttons under the pointer nor the place of a message.
void tst_MessageBar::countsWithoutMovingAnything()
{
    MessageBar bar;
    bar.show();
    bar.post(messageOf("export", MessageLevel::Information, "1 of 9"));
    bar.post(messageOf("question", MessageLevel::Question, "b?"));
    const QPointer<QPushButton> button = bar.findChildren<QPushButton *>().constLast();
    QVERIFY(button);
    bar.post(messageOf("export", MessageLevel::Information, "2 of 9"));
    QCOMPARE(idsOf(bar), QStringList({QStringLiteral("question"), QStringLiteral("export")}));
    QCOMPARE(bar.messages().last().text, QStringLiteral("2 of 9"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(button);
    bar.post(messageOf("question", MessageLevel::Question, "c?"));
    QVERIFY(button);
    const QList<QLabel *> texts = bar.findChildren<QLabel *>(QStringLiteral("messageText"));
    QCOMPARE(texts.last()->text(), QStringLiteral("c?"));
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("c?"));
}

void tst_MessageBar::keepsWhatOutlivesAScan()
{
    MessageBar bar;
    Message file = messageOf("file", MessageLevel::Error, "was not written");
    file.outlivesScan = true;
    bar.post(file);
    bar.post(messageOf("notice", MessageLevel::Warning, "a"));
    bar.clearOfScan();
    QCOMPARE(idsOf(bar), QStringList(QStringLiteral("file")));
    QVERIFY(!bar.isHidden());
}

QTEST_MAIN(tst_MessageBar)
#include "tst_messagebar.moc"
