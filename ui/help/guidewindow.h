// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QLocale>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace roadstead {

/// The user guide, which the program carries with it (:/guide), in the user's language or else in
/// English. Its chapters are listed beside it, and it can be searched. Non-modal.
class GuideWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `actions` have the keys that the text names.
    explicit GuideWindow(const QList<QAction *> &actions, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(GuideWindow)

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void listChapters();
    void goToChapter(int chapter);
    void showChapterOfPlace();
    void search(bool isBackward);
    void markFound();

    QLineEdit *m_search = nullptr;
    QLabel *m_found = nullptr;
    QListWidget *m_chapters = nullptr;
    QTextBrowser *m_text = nullptr;
    QList<int> m_places; ///< of the chapters' headings, in the text
};

/// The guide as Markdown: where the text says {key:start} it has the keys of the action with that
/// object name.
[[nodiscard]] QString guideText(const QLocale &locale, const QList<QAction *> &actions);

} // namespace roadstead
