// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/core/record/scanbuilder.h"
#include "ui/document/documentflow.h"
#include "windowfixture.h"

/// A window in a folder of its own, with what a test does to its document.
class DocumentFixture : public WindowFixture
{
public:
    explicit DocumentFixture(const roadstead::TestFolder &folder)
        : WindowFixture(folder.path("settings.ini"))
    {}

    [[nodiscard]] roadstead::DocumentFlow &documents() const
    {
        return *window.findChild<roadstead::DocumentFlow *>();
    }
    [[nodiscard]] QString place() const { return documents().place().path; }
    [[nodiscard]] bool isQuiet() const { return !engine.isRunning() && !documents().isWriting(); }
    [[nodiscard]] quint32 rows() const { return model()->store().rowCount(); }
    void begin(const QString &targets, const QString &ports)
    {
        window.setTargets(targets);
        window.setPorts(ports);
        window.startScan();
    }
    void saveAs(const QString &path)
    {
        window.setNextFileName(path);
        action("saveAs")->trigger();
    }
    void note(QStringView text)
    {
        roadstead::NoteBook notes = model()->notes();
        notes.setHostNote(roadstead::Address::fromIpv4(0x7f00'0001), text);
        model()->setNotes(notes);
    }
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const roadstead::Message &message : messages()->messages())
            texts += message.text;
        return texts.join(u'\n');
    }
    /// Does what the message bar offers by that name; false if it does not.
    bool choose(const QString &text)
    {
        const QList<roadstead::Message> posted = messages()->messages();
        for (const roadstead::Message &message : posted) {
            for (const roadstead::MessageAction &action : message.actions) {
                if (QString(action.text).remove(u'&') != text)
                    continue;
                messages()->dismiss(message.id);
                action.run();
                return true;
            }
        }
        return false;
    }
};

/// How many rows are in that file, and 0 if it cannot be read.
[[nodiscard]] inline quint32 rowsIn(const QString &path)
{
    const auto read = roadstead::readScanFile(path);
    return read ? read->store.rowCount() : 0;
}

[[nodiscard]] inline QString noteIn(const QString &path)
{
    const auto read = roadstead::readScanFile(path);
    return read ? read->store.notes().hostNote(roadstead::Address::fromIpv4(0x7f00'0001))
                : QStringLiteral("unreadable");
}
