// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"
#include "ui/parts/filequestion.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace roadstead;

class TestFileQuestion final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsInDocumentsAndThenWhereItWas();
    void opensOnlyWhatIsThere();
    void addsTheSuffix_data();
    void addsTheSuffix();
    void asksAgainRatherThanToWriteOver();
    void nameFollowsTheForm();
    void namesAllFilesBesideOneForm();
    void hasNoAnswerIfItIsCalledOff();
    void answersForTests();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] FileQuestion::Answer answer()
    {
        return [this](const QString &path) { m_answers.append(path); };
    }
    [[nodiscard]] static FileQuestion::NewFile picture();
    void askForNewFile(const FileQuestion::NewFile &file);
    [[nodiscard]] QFileDialog *dialog() const { return m_window->findChild<QFileDialog *>(); }
    [[nodiscard]] QLineEdit *name() const
    {
        return dialog()->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    }
    void enter(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    FileQuestion *m_question = nullptr; ///< the window's
    QStringList m_answers;
};

void TestFileQuestion::init()
{
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(path("settings.ini"));
    m_window = std::make_unique<QWidget>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_question = new FileQuestion(*m_settings, m_window.get());
    m_answers.clear();
}

FileQuestion::NewFile TestFileQuestion::picture()
{
    FileQuestion::NewFile file;
    file.title = QStringLiteral("Save the picture");
    file.name = QStringLiteral("picture.png");
    file.forms = {{QStringLiteral("PNG (*.png)"), QStringLiteral("png")},
                  {QStringLiteral("SVG (*.svg)"), QStringLiteral("svg")}};
    return file;
}

void TestFileQuestion::askForNewFile(const FileQuestion::NewFile &file)
{
    m_settings->setValue(Setting::ExportFolder, m_folder->path());
    m_question->askForNewFile(file, answer());
    QVERIFY(dialog() != nullptr && name() != nullptr);
}

void TestFileQuestion::enter(const QString &text)
{
    name()->setText(text);
    QTest::keyClick(name(), Qt::Key_Return);
}

void TestFileQuestion::beginsInDocumentsAndThenWhereItWas()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_question->askForFile(QStringLiteral("Open"), QStringLiteral("All (*)"), answer());
    // Where there is none, as on a computer without a desktop, Qt's dialog goes home.
    QCOMPARE(dialog()->directory(),
             QDir(documents).exists() ? QDir(documents) : QDir(QDir::homePath()));
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    QFile file(path("scan.xml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_question->setNextFileName(path("scan.xml"));
    m_question->askForFile(QStringLiteral("Open"), QStringLiteral("All (*)"), answer());
    QCOMPARE(m_settings->get<QString>(Setting::ExportFolder), m_folder->path());
    m_question->askForNewFile(picture(), answer());
    QCOMPARE(dialog()->directory(), QDir(m_folder->path()));
    QCOMPARE(name()->text(), QStringLiteral("picture.png"));
}

void TestFileQuestion::opensOnlyWhatIsThere()
{
    m_question->askForFile(QStringLiteral("Open"), QStringLiteral("All (*)"), answer());
    QCOMPARE(dialog()->fileMode(), QFileDialog::ExistingFile);
    QCOMPARE(dialog()->acceptMode(), QFileDialog::AcceptOpen);
}

void TestFileQuestion::addsTheSuffix_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *typed, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(typed) << QString::fromLatin1(expected);
    };
    add("none", "map", "map.png");
    add("its own", "map.png", "map.png");
    add("its own, in capitals", "map.PNG", "map.PNG");
    add("another form's", "map.svg", "map.svg");
    add("somebody's own", "map.old", "map.old");
    add("an address", "10.0.0.1", "10.0.0.1.png");
    add("a block", "10.0.0.0_24", "10.0.0.0_24.png");
    add("a name and a date", "scan-a.example-2026-01-31", "scan-a.example-2026-01-31.png");
}

void TestFileQuestion::addsTheSuffix()
{
    QFETCH(QString, typed);
    askForNewFile(picture());
    enter(typed);
    QTRY_COMPARE(m_answers.size(), 1);
    QFETCH(QString, expected);
    QCOMPARE(m_answers.first(), m_folder->filePath(expected));
}

/// The dialog could not ask about a name that it did not know.
void TestFileQuestion::asksAgainRatherThanToWriteOver()
{
    QFile file(path("10.0.0.1.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    askForNewFile(picture());
    const QPointer<QFileDialog> first = dialog();
    enter(QStringLiteral("10.0.0.1"));
    QTRY_VERIFY(first.isNull());
    QVERIFY(m_answers.isEmpty());
    QVERIFY(dialog() != nullptr);
    QCOMPARE(name()->text(), QStringLiteral("10.0.0.1.png"));
}

void TestFileQuestion::nameFollowsTheForm()
{
    askForNewFile(picture());
    name()->setText(QStringLiteral("office.png"));
    emit dialog()->filterSelected(QStringLiteral("SVG (*.svg)"));
    QCOMPARE(name()->text(), QStringLiteral("office.svg"));
    enter(QStringLiteral("office"));
    QTRY_COMPARE(m_answers, QStringList(path("office.svg")));
}

void TestFileQuestion::namesAllFilesBesideOneForm()
{
    FileQuestion::NewFile file = picture();
    file.forms.removeLast();
    file.verb = QStringLiteral("&Paint");
    askForNewFile(file);
    QCOMPARE(dialog()->nameFilters(),
             (QStringList{QStringLiteral("PNG (*.png)"), QStringLiteral("All files (*)")}));
    QCOMPARE(dialog()->labelText(QFileDialog::Accept), QStringLiteral("&Paint"));
    enter(QStringLiteral("office"));
    QTRY_COMPARE(m_answers, QStringList(path("office.png")));
}

void TestFileQuestion::hasNoAnswerIfItIsCalledOff()
{
    askForNewFile(picture());
    m_settings->reset(Setting::ExportFolder);
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    QVERIFY(m_answers.isEmpty());
    QCOMPARE(m_settings->get<QString>(Setting::ExportFolder), QString());
}

void TestFileQuestion::answersForTests()
{
    m_question->setNextFileName(path("office"));
    m_question->askForNewFile(picture(), answer());
    QCOMPARE(m_answers, QStringList(path("office.png")));
    QVERIFY(dialog() == nullptr);
    m_question->askForNewFile(picture(), answer()); // only once
    QVERIFY(dialog() != nullptr);
}

QTEST_MAIN(TestFileQuestion)
#include "tst_filequestion.moc"
