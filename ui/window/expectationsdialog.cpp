// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/expectationsdialog.h"

#include "core/base/background.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/signicon.h"
#include "ui/setup/targetlinesedit.h"
#include "ui/words/expectationwords.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 300ms;

QString example()
{
    return QStringLiteral("10.0.0.0/24 1-65535 not-open\n"
                          "10.0.0.0/24 22 open\n"
                          "10.0.0.1,2 80,443 open       # www");
}

TargetListText listOf(const QString &text)
{
    return {.text = text, .isEditable = true, .beginning = {}, .lines = text.count(u'\n') + 1};
}

/// An editor knows nothing of the end of a last line.
QString withLineEnd(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'\n') ? text : text + u'\n';
}

LineFault lineFaultOf(const ExpectationError &error)
{
    return {.line = error.line - 1,
            .column = error.column - 1,
            .length = std::max<qsizetype>(error.found.size(), 1),
            .sentence = words::of(error)};
}

} // namespace

ExpectationsDialog::ExpectationsDialog(ExpectationKeeper &keeper, QWidget *parent)
    : QDialog(parent)
    , m_keeper(keeper)
{
    setObjectName(QStringLiteral("expectationsDialog"));
    setWindowTitle(tr("Expectations"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi();
    connectSignals();
    setEditable(false);
    load();
}

ExpectationsDialog::~ExpectationsDialog() = default;

void ExpectationsDialog::setupUi()
{
    m_editor = new TargetLinesEdit;
    m_editor->setObjectName(QStringLiteral("expectationsEdit"));
    m_editor->setAccessibleName(tr("Rules"));
    m_editor->setMinimumHeight(fontMetrics().height() * 8);
    new FocusFrame(m_editor);
    auto *label = new QLabel(tr("&Rules:"));
    label->setBuddy(m_editor);
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    QWidget *explained = explanation();
    QWidget *fault = faultLine();
    auto *column = new QVBoxLayout(this);
    column->addWidget(explained);
    column->addWidget(label);
    column->addWidget(m_editor, 1);
    column->addWidget(fault);
    column->addWidget(buttons());
    m_editor->setFocus();
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 30);
}

QWidget *ExpectationsDialog::explanation() const
{
    auto *widget = new QWidget;
    auto *text = new QLabel(
        tr("Which ports should be open, and which should not be, in the scan that is shown and in "
           "those to come. A line has addresses, ports, and one of the words open, not-open and "
           "any, which takes away what lines before it say; of several lines on one port the last "
           "one counts. A # begins a comment. For example:"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *lines = new QLabel(example());
    lines->setTextFormat(Qt::PlainText);
    lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    lines->setLayoutDirection(Qt::LeftToRight);
    lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->setIndent(fontMetrics().averageCharWidth() * 4);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->addWidget(text);
    column->addWidget(lines);
    return widget;
}

QWidget *ExpectationsDialog::faultLine()
{
    auto *widget = new QWidget;
    m_sign = new QLabel;
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("expectationsProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins({});
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_problem, 1);
    return widget;
}

QDialogButtonBox *ExpectationsDialog::buttons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *save = box->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("expectationsSave"));
    save->setDefault(true);
    QPushButton *apply = box->addButton(tr("&Apply"), QDialogButtonBox::ApplyRole);
    apply->setObjectName(QStringLiteral("expectationsApply"));
    apply->setAutoDefault(false);
    m_save = save;
    m_apply = apply;
    connect(box, &QDialogButtonBox::accepted, this, [this] { check(Then::Close); });
    connect(apply, &QPushButton::clicked, this, [this] { check(Then::Stay); });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void ExpectationsDialog::connectSignals()
{
    connect(m_editor, &TargetLinesEdit::contentChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_editor, &TargetLinesEdit::longTextPasted, this,
            [this](const QString &whole) { m_editor->setList(listOf(whole)); });
    connect(m_pause, &QTimer::timeout, this, [this] { check(Then::Nothing); });
    // Marks that are made meanwhile stand here too, unless somebody is writing.
    connect(&m_keeper, &ExpectationKeeper::changed, this, [this] {
        if (m_known && !isModified())
            load();
    });
}

void ExpectationsDialog::load()
{
    const QPointer<ExpectationsDialog> self(this);
    m_keeper.load([self](const ExpectationKeeper::Content &content) {
        if (self)
            self->onLoaded(content);
    });
}

void ExpectationsDialog::onLoaded(const ExpectationKeeper::Content &content)
{
    if (!content) {
        say(words::of(content.error())); // what was known before is what would be replaced
        return;
    }
    if (isModified())
        return; // what stands there now is seen to when this is saved
    if (m_known != *content)
        m_editor->setList(listOf(*content));
    m_known = *content;
    setEditable(true);
}

QString ExpectationsDialog::text() const
{
    return withLineEnd(m_editor->list());
}

bool ExpectationsDialog::isModified() const
{
    return m_known && text() != withLineEnd(*m_known);
}

void ExpectationsDialog::setEditable(bool isEditable)
{
    m_editor->setReadOnly(!isEditable);
    m_save->setEnabled(isEditable);
    m_apply->setEnabled(isEditable);
}

void ExpectationsDialog::check(Then then)
{
    if (!m_known)
        return;
    m_pause->stop();
    const QString written = text();
    runInBackground<Fault>(
        this,
        [written]() -> Fault {
            const auto read = readExpectations(written);
            return read ? Fault() : Fault(read.error());
        },
        [this, written, then, number = ++m_checks](const Fault &fault) {
            if (number == m_checks)
                onChecked(written, fault, then);
        });
}

void ExpectationsDialog::onChecked(const QString &text, const Fault &fault, Then then)
{
    const bool hasPlace = fault && fault->line > 0;
    m_editor->setFaults(hasPlace ? QList<LineFault>{lineFaultOf(*fault)} : QList<LineFault>());
    if (hasPlace)
        say(tr("Line %1: %2").arg(QString::number(fault->line), words::of(*fault)));
    else
        say(fault ? words::of(*fault) : QString());
    if (then == Then::Nothing)
        return;
    if (!fault)
        write(text, then);
    else if (hasPlace)
        m_editor->goTo(lineFaultOf(*fault));
}

void ExpectationsDialog::write(const QString &text, Then then)
{
    setEditable(false);
    const QPointer<ExpectationsDialog> self(this);
    m_keeper.replace(*m_known, text, [self, then](const ExpectationKeeper::Content &content) {
        if (self)
            self->onWritten(content, then);
    });
}

void ExpectationsDialog::onWritten(const ExpectationKeeper::Content &content, Then then)
{
    setEditable(true);
    if (content) {
        m_known = *content;
        if (then == Then::Close)
            accept();
        return;
    }
    QString problem = words::of(content.error());
    if (content.error().code == BookError::Code::Changed) {
        problem += u' ' + tr("To replace what stands there now, save again.");
        m_keeper.load(
            [self = QPointer<ExpectationsDialog>(this)](const ExpectationKeeper::Content &now) {
                if (self && now)
                    self->m_known = *now;
            });
    }
    say(problem);
}

void ExpectationsDialog::say(const QString &problem)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_sign->setPixmap(problem.isEmpty()
                          ? QPixmap()
                          : levelIcon(MessageLevel::Error, palette()).pixmap(side, side));
    m_sign->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace roadstead
