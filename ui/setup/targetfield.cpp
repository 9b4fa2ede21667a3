// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/targetfield.h"

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "ui/parts/faultlineedit.h"
#include "ui/words/targettext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyledItemDelegate>

namespace roadstead {

namespace {

constexpr qsizetype kListLength = 90;
constexpr qsizetype kLongestCountedHere = 1 << 20; ///< characters, in a millisecond or two

/// The drop-down shows long lists short; the item's text stays whole, because choosing it fills the
/// field.
class RecentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &) const override
    {
        return words::shortened(value.toString(), kListLength);
    }
};

} // namespace

TargetField::TargetField(Settings &settings, QWidget *parent)
    : QComboBox(parent)
    , m_settings(settings)
{
    m_edit = new FaultLineEdit;
    m_edit->setObjectName(QStringLiteral("targetsEdit"));
    m_edit->setPlaceholderText(tr("e.g. 192.168.1.0/24, server.example, 10.0.0.1-50"));
    m_edit->setAccessibleName(tr("Targets"));
    setEditable(true);
    setLineEdit(m_edit);
    setCompleter(nullptr); // completing "10.0.0.1" to a remembered "10.0.0.1-50" would scan what
                           // was not asked for
    setInsertPolicy(QComboBox::NoInsert);
    setAcceptDrops(false);
    setMinimumContentsLength(20);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setItemDelegate(new RecentDelegate(this));
    m_clearLong = m_edit->addAction(style()->standardIcon(QStyle::SP_LineEditClearButton),
                                    QLineEdit::TrailingPosition);
    m_clearLong->setText(tr("Clear this list"));
    m_clearLong->setToolTip(tr("Clear this list"));
    m_clearLong->setVisible(false);
    m_edit->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_edit, &QWidget::customContextMenuRequested, this, &TargetField::showMenu);
    connect(m_clearLong, &QAction::triggered, this, [this] {
        clearLongText();
        m_edit->clear();
    });
    connect(m_edit, &FaultLineEdit::longTextPasted, this, &TargetField::setTargets);
    connect(m_edit, &FaultLineEdit::clearRequested, m_clearLong, &QAction::trigger);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!isLong() && text.size() > kLongText)
            setLongText(text);
        emit targetsChanged();
    });
    connect(this, &QComboBox::activated, this, [this](int index) { setTargets(itemText(index)); });
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::RecentTargets)
            loadRecent();
    });
    loadRecent();
    setCurrentIndex(-1);
}

void TargetField::showMenu(const QPoint &place)
{
    QMenu *menu = m_edit->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *list = menu->addAction(tr("Edit as &list…"), this, &TargetField::listRequested);
    list->setObjectName(QStringLiteral("targetsEditList"));
    menu->popup(m_edit->mapToGlobal(place));
}

QString TargetField::targets() const
{
    return isLong() ? m_longText : m_edit->text();
}

void TargetField::setTargets(const QString &text)
{
    if (text.size() > kLongText) {
        setLongText(text);
        return;
    }
    clearLongText();
    m_edit->setText(words::joinedLines(text));
}

void TargetField::setLongText(const QString &text)
{
    m_longText = text;
    m_edit->setReadOnly(true);
    m_clearLong->setVisible(true);
    const quint64 number = ++m_longNumber;
    showLongText(text.size() <= kLongestCountedHere ? words::entryCount(text) : 0);
    if (text.size() > kLongestCountedHere) {
        runInBackground<int>(
            this, [text] { return words::entryCount(text); },
            [this, number](const int &entries) {
                if (number == m_longNumber)
                    showLongText(entries);
            });
    }
    emit targetsChanged();
}

/// Without a number while it is not known: `entries` is 0.
void TargetField::showLongText(int entries)
{
    m_longEntries = entries;
    const QSignalBlocker blocker(m_edit);
    m_edit->setText(words::shortenedTo(m_longText, kListLength, entries));
    m_edit->setCursorPosition(0);
    m_edit->update();
}

void TargetField::clearLongText()
{
    m_longText.clear();
    ++m_longNumber;
    m_edit->setReadOnly(false);
    m_clearLong->setVisible(false);
}

QString TargetField::shortText() const
{
    if (isLong())
        return words::shortenedTo(m_longText, words::kTitleLength, m_longEntries);
    return titleOf(targets());
}

QString TargetField::titleOf(const QString &targets)
{
    return words::titleOf(targets);
}

void TargetField::remember()
{
    const QString text = m_edit->text().trimmed();
    if (isLong() || text.isEmpty() || !m_settings.get<bool>(Setting::KeepRecentTargets))
        return;
    QStringList recent = m_settings.get<QStringList>(Setting::RecentTargets);
    recent.removeAll(text);
    recent.prepend(text);
    recent = recent.mid(0, kRecentTargetCount);
    m_settings.setValue(Setting::RecentTargets, recent);
}

void TargetField::forgetAll()
{
    m_settings.reset(Setting::RecentTargets);
}

void TargetField::loadRecent()
{
    const QSignalBlocker blocker(this);
    const QSignalBlocker editBlocker(m_edit);
    const QString text = m_edit->text();
    const int cursor = m_edit->cursorPosition();
    clear();
    addItems(m_settings.get<QStringList>(Setting::RecentTargets));
    setCurrentIndex(-1);
    m_edit->setText(text);
    m_edit->setCursorPosition(cursor);
}

} // namespace roadstead
