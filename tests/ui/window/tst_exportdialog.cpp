// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "ui/window/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

namespace {

ResultStore storeOf(quint16 ports, PortState state = PortState::Open)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    ResultBatch batch;
    batch.hosts = {{0, Address::fromIpv4(0x0a000001), {}}};
    for (quint16 port = ports; port > 0; --port) {
        PortResult row;
        row.port = port;
        row.setRtt(1'050);
        row.setVerdict(state, Reason::SynAck);
        batch.rows += row;
    }
    store.append(batch);
    NoteBook notes;
    notes.setPortNote(store.host(0).address, ports, u"mine");
    store.setNotes(notes);
    return store;
}

} // namespace

class TestExportDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsWithTheStableFormat();
    void writesForSpreadsheetsOfTheLanguage();
    void customShowsWhatItConsistsOf();
    void choosesColumnsByKeyboard();
    void needsAColumn();
    void customIsTheSameInAllLanguages();
    void remembersOnlyWhatIsAccepted();
    void givesEveryAccessKeyToOneThing();
    void keepsThePreviewLeftToRight();
    void proposesManySelectedRowsAtOnce();
    void leavesAChoiceAlone();
    void goesBackIfFewAreSelected();
    void fitsASmallScreen();
    void explainsEachFormat();
    void showsWhatARowBecomes();
    void listsOpenPortsOnly();

private:
    void open();
    void open(ExportChoices choices);
    void openWithMarks(const RowMarks &marks);
    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    void choose(ResultFormat format) const
    {
        child<QComboBox>("exportFormat")->setCurrentIndex(static_cast<int>(format));
    }
    [[nodiscard]] CsvOptions options() const { return std::get<CsvOptions>(m_dialog->form()); }
    [[nodiscard]] QStringList preview() const
    {
        return child<QPlainTextEdit>("exportPreview")->toPlainText().split(u'\n');
    }

    QTemporaryDir m_folder;
    PortCatalogue m_catalogue;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ExportDialog> m_dialog;
    int m_count = 0;
};

void TestExportDialog::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_dialog.reset();
    m_settings = std::make_unique<Settings>(
        m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
    open();
}

void TestExportDialog::open()
{
    ExportChoices choices;
    choices.store = storeOf(7);
    choices.shown = {6, 5, 4};
    open(std::move(choices));
}

/// So many rows shown that those of them that are selected are counted elsewhere. It does not
/// matter that they are the same few.
void TestExportDialog::openWithMarks(const RowMarks &marks)
{
    ExportChoices choices;
    choices.store = storeOf(7);
    for (quint32 row = 0; row < 200'000; ++row)
        choices.shown.append(row % 7);
    choices.selected.shown = choices.shown;
    choices.selected.marks = std::make_shared<const RowMarks>(marks);
    open(std::move(choices));
}

void TestExportDialog::open(ExportChoices choices)
{
    m_dialog.reset();
    m_dialog = std::make_unique<ExportDialog>(std::move(choices), m_catalogue, *m_settings);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestExportDialog::beginsWithTheStableFormat()
{
    QVERIFY(options() == CsvOptions());
    QVERIFY(!child<QWidget>("exportCustom")->isVisible());
    QCOMPARE(preview().size(), 6);
    QCOMPARE(preview().first(), QString(csvHeader()));
    QCOMPARE(preview().at(1),
             QStringLiteral("10.0.0.1,,3,tcp,open,syn-ack,,,1.050,1,,2026-01-31T12:00:00.000Z"));
    child<QRadioButton>("exportShown")->setChecked(true);
    QCOMPARE(preview().size(), 4);
    QVERIFY(preview().at(1).startsWith(QStringLiteral("10.0.0.1,,1,")));
}

void TestExportDialog::writesForSpreadsheetsOfTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    choose(ResultFormat::SpreadsheetCsv);
    QVERIFY(options() == csvForSpreadsheets(QLocale()));
    QVERIFY(preview().at(1).contains(QStringLiteral(";1,050;")));
    QVERIFY(child<QLabel>("exportMeaning")->text().contains(QStringLiteral("“;”")));
}

void TestExportDialog::customShowsWhatItConsistsOf()
{
    choose(ResultFormat::CustomCsv);
    QVERIFY(child<QWidget>("exportCustom")->isVisible());
    CsvOptions expected;
    expected.columns = kAllCsvColumns;
    QVERIFY(options() == expected);
    QVERIFY(preview().first().endsWith(QStringLiteral(",note")));
    child<QComboBox>("exportSeparator")->setCurrentIndex(2);
    child<QCheckBox>("exportByteOrderMark")->setChecked(true);
    child<QCheckBox>("exportProtect")->setChecked(false);
    expected.separator = CsvSeparator::Tab;
    expected.byteOrderMark = true;
    expected.protectFormulas = false;
    QVERIFY(options() == expected);
    QCOMPARE(preview().first().count(u'\t'), kCsvColumnCount - 1);
    QCOMPARE(preview().at(1).count(u'\t'), kCsvColumnCount - 1); // the last ones are empty
    choose(ResultFormat::StableCsv);
    QVERIFY(options().columns == kStableCsvColumns);
    QCOMPARE(preview().first(), QString(csvHeader()));
}

void TestExportDialog::choosesColumnsByKeyboard()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_F, Qt::AltModifier);
    QVERIFY(child<QComboBox>("exportFormat")->hasFocus());
    for (int step = 0; step < 2; ++step)
        QTest::keyClick(child<QComboBox>("exportFormat"), Qt::Key_Down);
    QCOMPARE(child<QComboBox>("exportFormat")->currentIndex(), 2);
    QTest::keyClick(m_dialog.get(), Qt::Key_M, Qt::AltModifier);
    auto *columns = child<QListWidget>("exportColumns");
    QVERIFY(columns->hasFocus());
    QTest::keyClick(columns, Qt::Key_Down);
    QTest::keyClick(columns, Qt::Key_Space);
    QTest::keyClick(columns, Qt::Key_End);
    QTest::keyClick(columns, Qt::Key_Space);
    QCOMPARE(preview().first(), QString(csvHeader()).remove(QStringLiteral("hostname,")));
    QTest::keyClick(columns, Qt::Key_Tab);
    QVERIFY(!columns->hasFocus());
}

void TestExportDialog::needsAColumn()
{
    choose(ResultFormat::CustomCsv);
    auto *columns = child<QListWidget>("exportColumns");
    for (int i = 0; i < columns->count(); ++i)
        columns->item(i)->setCheckState(Qt::Unchecked);
    QVERIFY(!child<QPushButton>("exportAccept")->isEnabled());
    QVERIFY(child<QLabel>("exportNoColumn")->isVisible());
    QVERIFY(!columns->accessibleDescription().isEmpty());
    QCOMPARE(preview(), QStringList{QString()});
    columns->item(2)->setCheckState(Qt::Checked);
    QVERIFY(child<QPushButton>("exportAccept")->isEnabled());
    QVERIFY(!child<QLabel>("exportNoColumn")->isVisible());
    QCOMPARE(preview().mid(0, 2), (QStringList{QStringLiteral("port"), QStringLiteral("3")}));
    columns->item(2)->setCheckState(Qt::Unchecked);
    choose(ResultFormat::StableCsv); // needs no columns of the custom one
    QVERIFY(child<QPushButton>("exportAccept")->isEnabled());
}

void TestExportDialog::customIsTheSameInAllLanguages()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    choose(ResultFormat::CustomCsv);
    for (int separator = 0; separator < 3; ++separator) {
        child<QComboBox>("exportSeparator")->setCurrentIndex(separator);
        QCOMPARE(options().decimalPoint, QChar(u'.'));
        QVERIFY(preview().at(1).contains(QStringLiteral("1.050")));
    }
}

void TestExportDialog::remembersOnlyWhatIsAccepted()
{
    choose(ResultFormat::CustomCsv);
    m_dialog->reject();
    open();
    QCOMPARE(child<QComboBox>("exportFormat")->currentIndex(), 0);
    choose(ResultFormat::CustomCsv);
    child<QComboBox>("exportSeparator")->setCurrentIndex(1);
    child<QCheckBox>("exportByteOrderMark")->setChecked(true);
    child<QListWidget>("exportColumns")->item(3)->setCheckState(Qt::Unchecked);
    const CsvOptions chosen = options();
    QTest::mouseClick(child<QPushButton>("exportAccept"), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    open();
    QVERIFY(child<QWidget>("exportCustom")->isVisible());
    QVERIFY(options() == chosen);
    QVERIFY(chosen.columns == (kAllCsvColumns & ~csvColumnBit(CsvColumn::Protocol)));
}

void TestExportDialog::givesEveryAccessKeyToOneThing()
{
    choose(ResultFormat::CustomCsv);
    QStringList texts;
    for (const auto *button : m_dialog->findChildren<QAbstractButton *>())
        texts += button->text();
    for (const auto *label : m_dialog->findChildren<QLabel *>())
        texts += label->buddy() != nullptr ? label->text() : QString();
    QString keys;
    for (const QString &text : std::as_const(texts)) {
        const QString key = QKeySequence::mnemonic(text).toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(text));
        keys += key + u' ';
    }
    QCOMPARE(keys.count(QStringLiteral("Alt+")), 10);
}

void TestExportDialog::keepsThePreviewLeftToRight()
{
    m_dialog->setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(child<QComboBox>("exportFormat")->layoutDirection(), Qt::RightToLeft);
    QCOMPARE(child<QPlainTextEdit>("exportPreview")->layoutDirection(), Qt::LeftToRight);
}

void TestExportDialog::proposesManySelectedRowsAtOnce()
{
    openWithMarks(RowMarks(7, true));
    // What the window's thread has not been told of yet cannot have changed anything.
    QVERIFY(child<QRadioButton>("exportSelected")->isChecked());
    QTRY_VERIFY(child<QPushButton>("exportAccept")->isEnabled());
    QVERIFY(child<QRadioButton>("exportSelected")->isChecked());
    QVERIFY(child<QRadioButton>("exportSelected")->text().contains(QStringLiteral("200,000")));
    QCOMPARE(preview().size(), 6);
    QCOMPARE(m_dialog->rows()().size(), 200'000);
}

void TestExportDialog::leavesAChoiceAlone()
{
    // Held while it is not known what it would export; the event loop tells it.
    ExportChoices choices;
    choices.store = storeOf(7);
    choices.shown = QList<quint32>(200'000, 3);
    choices.selected.shown = choices.shown;
    choices.selected.marks = std::make_shared<const RowMarks>(RowMarks(7, true));
    ExportDialog dialog(std::move(choices), m_catalogue, *m_settings);
    const auto radio = [&dialog](const char *name) {
        return dialog.findChild<QRadioButton *>(QLatin1String(name));
    };
    const auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("exportAccept"));
    QVERIFY(radio("exportSelected")->isChecked());
    QVERIFY(!accept->isEnabled());
    QVERIFY(radio("exportSelected")->text().contains(QStringLiteral("counting")));
    radio("exportAll")->click();
    QVERIFY(accept->isEnabled()); // nothing to wait for
    QTRY_VERIFY(radio("exportSelected")->text().contains(QStringLiteral("200,000")));
    QVERIFY(radio("exportAll")->isChecked());
    QVERIFY(accept->isEnabled());
}

void TestExportDialog::goesBackIfFewAreSelected()
{
    openWithMarks(RowMarks(7, false));
    QTRY_VERIFY(child<QRadioButton>("exportAll")->isChecked());
    QVERIFY(!child<QRadioButton>("exportSelected")->isEnabled());
    QVERIFY(child<QPushButton>("exportAccept")->isEnabled());
}

/// As 1366 x 768 at 200 %: the buttons stay on it, and the rest can be scrolled to.
void TestExportDialog::fitsASmallScreen()
{
    choose(ResultFormat::CustomCsv);
    QVERIFY(m_dialog->height() <= m_dialog->screen()->availableSize().height());
    m_dialog->resize(660, 340);
    QCOMPARE(m_dialog->size(), QSize(660, 340));
    const auto isSeen = [](const QWidget *widget, const QWidget *in) {
        return in->rect().contains(QRect(widget->mapTo(in, QPoint()), widget->size()));
    };
    const auto *accept = child<QPushButton>("exportAccept");
    QTRY_VERIFY(isSeen(accept, m_dialog.get()));
    auto *preview = child<QPlainTextEdit>("exportPreview");
    QTest::keyClick(m_dialog.get(), Qt::Key_V, Qt::AltModifier);
    QVERIFY(preview->hasFocus());
    const auto *area = child<QScrollArea>("exportArea")->viewport();
    QTRY_VERIFY(isSeen(preview, area));
    QVERIFY(isSeen(accept, m_dialog.get()));
    const int lines = preview->viewport()->height() / preview->fontMetrics().lineSpacing();
    QVERIFY2(lines >= 3, qPrintable(QString::number(lines)));
}

/// And offers what is CSV's to CSV only.
void TestExportDialog::explainsEachFormat()
{
    QSet<QString> meanings;
    for (const ResultFormat format : kAllResultFormats) {
        choose(format);
        QCOMPARE(child<QWidget>("exportProtect")->isVisible(), isCsv(format));
        QCOMPARE(child<QWidget>("exportCustom")->isVisible(), format == ResultFormat::CustomCsv);
        QCOMPARE(std::holds_alternative<CsvOptions>(m_dialog->form()), isCsv(format));
        QVERIFY(child<QPushButton>("exportAccept")->isEnabled());
        const QString meaning = child<QLabel>("exportMeaning")->text();
        QCOMPARE(child<QComboBox>("exportFormat")->accessibleDescription(), meaning);
        meanings.insert(meaning);
    }
    QCOMPARE(meanings.size(), static_cast<qsizetype>(kAllResultFormats.size()));
}

void TestExportDialog::showsWhatARowBecomes()
{
    child<QRadioButton>("exportShown")->setChecked(true);
    choose(ResultFormat::JsonLines);
    QCOMPARE(preview().size(), 3);
    QVERIFY(preview().first().startsWith(QStringLiteral("{\"address\":\"10.0.0.1\",\"port\":1,")));
    choose(ResultFormat::NmapXml);
    QVERIFY2(preview().first().startsWith(QStringLiteral("<host ")), qPrintable(preview().first()));
    QCOMPARE(preview().last(), QStringLiteral("</host>"));
    QCOMPARE(preview().filter(QStringLiteral("<port ")).size(), 3);
    choose(ResultFormat::List);
    QCOMPARE(preview(), (QStringList{QStringLiteral("10.0.0.1:1"), QStringLiteral("10.0.0.1:2"),
                                     QStringLiteral("10.0.0.1:3")}));
    choose(ResultFormat::Html); // its source says nothing
    QVERIFY(!child<QPlainTextEdit>("exportPreview")->isVisible());
    choose(ResultFormat::StableCsv);
    QVERIFY(child<QPlainTextEdit>("exportPreview")->isVisible());
}

void TestExportDialog::listsOpenPortsOnly()
{
    ExportChoices choices;
    choices.store = storeOf(2, PortState::Closed);
    choices.shown = {0};
    open(std::move(choices));
    auto *all = child<QRadioButton>("exportAll");
    QCOMPARE(all->text().remove(u'&'), QStringLiteral("All results (2)"));
    choose(ResultFormat::List);
    QCOMPARE(all->text().remove(u'&'), QStringLiteral("All open ports (0)"));
    QVERIFY(!all->isEnabled());
    QVERIFY(!child<QPushButton>("exportAccept")->isEnabled());
    child<QRadioButton>("exportShown")->setChecked(true); // of whatever state
    QVERIFY(child<QPushButton>("exportAccept")->isEnabled());
    QCOMPARE(preview(), QStringList(QStringLiteral("10.0.0.1:2")));
    child<QRadioButton>("exportAll")->setChecked(true);
    choose(ResultFormat::JsonLines);
    QVERIFY(all->isEnabled() && child<QPushButton>("exportAccept")->isEnabled());
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
