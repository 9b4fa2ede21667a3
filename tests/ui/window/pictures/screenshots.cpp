// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the real window for the README and for the eyes:
//   screenshots [--dark] [--rtl] [--language de] [--size WxH] SCENE FILE.png
//   screenshots --list
// QT_SCALE_FACTOR makes them larger, as it does the program.

#include "core/lookup/portcatalogue.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "scenes.h"
#include "stage.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace roadstead;

namespace {

QPalette darkPalette()
{
    QPalette dark(QColor(0x2d, 0x2d, 0x2d));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x26, 0x26));
    dark.setColor(QPalette::Text, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::WindowText, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::ButtonText, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::PlaceholderText, QColor(0x96, 0x96, 0x96));
    dark.setColor(QPalette::Highlight, QColor(0x2d, 0x6f, 0xa8));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x80));
    return dark;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("dark"), QStringLiteral("Dark colours.")});
    parser.addOption({QStringLiteral("rtl"), QStringLiteral("From right to left.")});
    parser.addOption({QStringLiteral("list"), QStringLiteral("Print the names of the scenes.")});
    parser.addOption({QStringLiteral("language"), QStringLiteral("Language of the sentences."),
                      QStringLiteral("code"), QStringLiteral("en")});
    parser.addOption(
        {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH")});
}

void speak(const QString &language, QTranslator &own, QTranslator &qt)
{
    QLocale::setDefault(language == QLatin1String("en")
                            ? QLocale(QLocale::English, QLocale::UnitedStates)
                            : QLocale(language));
    if (own.load(QStringLiteral(":/i18n/roadstead_") + language))
        QCoreApplication::installTranslator(&own);
    if (qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

/// What a person looks at: the menu, dialog or window that is in front.
QWidget *inFront(MainWindow &window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *dialog = QApplication::activeModalWidget())
        return dialog;
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other != &window && other->isVisible() && other->isWindow()
            && !other->windowFlags().testFlag(Qt::ToolTip))
            return other;
    }
    return &window;
}

int printScenes()
{
    for (const QString &name : sceneNames())
        std::puts(qPrintable(name));
    return 0;
}

int takePicture(const QCommandLineParser &parser)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    const PortCatalogue catalogue;
    ScanEngine engine;
    MainWindow window(engine, catalogue, settings,
                      ScanShelf(folder.filePath(QStringLiteral("scans"))));
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    if (size.size() == 2)
        window.resize(size.at(0).toInt(), size.at(1).toInt());
    window.show();
    window.activateWindow();
    Stage stage(window, engine);
    if (!playScene(parser.positionalArguments().at(0), stage)) {
        std::fputs("screenshots: no such scene\n", stderr);
        return 2;
    }
    QTest::qWait(400);
    return inFront(window)->grab().save(parser.positionalArguments().at(1)) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    if (parser.isSet(QStringLiteral("list")))
        return printScenes();
    if (parser.positionalArguments().size() != 2) {
        std::fputs("screenshots [--dark] [--rtl] [--language CODE] [--size WxH] SCENE FILE.png\n",
                   stderr);
        return 2;
    }
    QTranslator own;
    QTranslator qt;
    speak(parser.value(QStringLiteral("language")), own, qt);
    if (parser.isSet(QStringLiteral("rtl")))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    if (parser.isSet(QStringLiteral("dark")))
        QApplication::setPalette(darkPalette());
    return takePicture(parser);
}
