// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmapdock.h"

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "ui/map/portmaplegend.h"
#include "ui/map/portmappicture.h"
#include "ui/map/portmapview.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/emptypage.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/filewords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("port-map");
}

QString isolatedPath(const QString &path)
{
    return u'\u2066' + words::shownPath(path) + u'\u2069';
}

} // namespace

PortMapDock::PortMapDock(const ResultModel &model, Settings &settings, QWidget *parent)
    : QDockWidget(tr("Port map"), parent)
    , m_model(model)
    , m_feed(model)
    , m_files(new FileQuestion(settings, this))
{
    setObjectName(QStringLiteral("portMapDock"));
    setupUi();
    connectSignals();
    showHost();
    showZoom();
    showPage();
}

PortMapDock::~PortMapDock() = default;

void PortMapDock::setupUi()
{
    m_view = new PortMapView(m_feed, m_model.catalogue());
    m_legend = new PortMapLegend(m_feed);
    m_messages = new MessageBar;
    m_current = new QLabel;
    m_current->setObjectName(QStringLiteral("portMapCurrent"));
    m_current->setTextFormat(Qt::PlainText);
    m_current->setWordWrap(true);
    m_current->setMinimumHeight(2 * m_current->fontMetrics().height()); // does not move the map
    m_empty = new EmptyPage;
    m_empty->setContent({.title = tr("No ports yet"),
                         .text = tr("Every port that is scanned becomes a cell of a picture: 256 "
                                    "rows of 256 ports, coloured by state."),
                         .actions = {},
                         .note = {}});
    auto *map = new QWidget;
    auto *column = new QVBoxLayout(map);
    column->setContentsMargins(6, 4, 6, 4);
    column->addWidget(makeHead());
    column->addWidget(m_messages);
    column->addWidget(m_view, 1);
    column->addWidget(m_current);
    column->addWidget(m_legend);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(map);
    setWidget(m_pages);
    alignTexts();
}

/// A label goes by the direction of its text: an address in a right-to-left window would stand at
/// the wrong end.
void PortMapDock::alignTexts()
{
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    m_hostLabel->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_current->setAlignment(side | Qt::AlignAbsolute | Qt::AlignTop);
}

QWidget *PortMapDock::makeHead()
{
    m_hostLabel = new QLabel;
    m_hostLabel->setObjectName(QStringLiteral("portMapHost"));
    m_hostLabel->setTextFormat(Qt::PlainText);
    m_hostLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hostLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = m_hostLabel->font();
    bold.setBold(true);
    m_hostLabel->setFont(bold);
    m_allHosts = makeButton("mapAllHosts", tr("All hosts"), tr("Show the ports of all hosts"));
    connect(m_allHosts, &QToolButton::clicked, this, [this] { setHost(PortMapData::kAllHosts); });
    m_zoomOut = makeButton("portMapZoomOut", QStringLiteral("\u2212"), tr("Smaller cells (-)"));
    m_fit = makeButton("portMapFit", tr("Fit"), tr("The whole picture (0)"));
    m_zoomIn = makeButton("portMapZoomIn", QStringLiteral("+"), tr("Larger cells (+)"));
    m_save = makeButton("portMapSave", tr("Save…"), tr("Save the picture as PNG or SVG"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_hostLabel, 1);
    for (QToolButton *button : {m_allHosts, m_zoomOut, m_fit, m_zoomIn, m_save})
        row->addWidget(button);
    return head;
}

QToolButton *PortMapDock::makeButton(const char *name, const QString &text,
                                     const QString &explanation)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    setPlainToolTip(button, explanation);
    button->setAccessibleName(explanation);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PortMapDock::connectSignals()
{
    connect(m_view, &PortMapView::portActivated, this, &PortMapDock::portActivated);
    connect(m_view, &PortMapView::currentTextChanged, this, &PortMapDock::showCurrent);
    connect(m_view, &PortMapView::zoomChanged, this, &PortMapDock::showZoom);
    connect(m_zoomIn, &QToolButton::clicked, m_view, &PortMapView::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &PortMapView::zoomOut);
    connect(m_fit, &QToolButton::clicked, m_view, &PortMapView::zoomToFit);
    connect(m_save, &QToolButton::clicked, this, &PortMapDock::save);
    connect(&m_feed, &PortMapFeed::dataReplaced, this, &PortMapDock::showHost);
    connect(&m_model, &ResultModel::countsChanged, this, &PortMapDock::showPage);
    // The hosts of the scan before are gone.
    connect(&m_model, &ResultModel::modelReset, this,
            [this] { m_feed.setHost(PortMapData::kAllHosts); });
}

void PortMapDock::setHost(quint32 host)
{
    Q_ASSERT(host == PortMapData::kAllHosts || host < m_model.store().hostCount());
    m_feed.setHost(host);
}

void PortMapDock::setPort(quint16 port)
{
    m_view->setPort(port);
}

/// Of what is there: another host's name comes with its picture.
QString PortMapDock::hostText(bool isIsolated) const
{
    const quint32 host = m_feed.data().host();
    if (host >= m_model.store().hostCount())
        return tr("All hosts");
    const QString address = m_model.store().host(host).addressText;
    return isIsolated ? QString(u'\u2066' + address + u'\u2069') : address;
}

void PortMapDock::showHost()
{
    m_hostLabel->setText(hostText(true));
    m_allHosts->setVisible(host() != PortMapData::kAllHosts);
    m_view->setAccessibleName(tr("Port map, %1", "host").arg(hostText(false)));
    showPage();
}

void PortMapDock::showCurrent(const QString &text)
{
    m_current->setText(text);
}

void PortMapDock::showPage()
{
    m_pages->setCurrentIndex(m_model.store().liveRowCount() > 0 ? 1 : 0);
}

void PortMapDock::showZoom()
{
    m_zoomIn->setEnabled(m_view->canZoomIn());
    m_zoomOut->setEnabled(!m_view->isFitted());
    m_fit->setEnabled(!m_view->isFitted());
}

void PortMapDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    m_feed.setActive(true);
}

void PortMapDock::hideEvent(QHideEvent *event)
{
    QDockWidget::hideEvent(event);
    m_feed.setActive(false);
}

void PortMapDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange && m_current != nullptr)
        alignTexts();
}

QString PortMapDock::suggestedName() const
{
    QString host = m_feed.data().host() < m_model.store().hostCount() ? hostText(false)
                                                                      : QStringLiteral("all-hosts");
    for (QChar &letter : host) {
        if (!letter.isLetterOrNumber() && letter != u'.')
            letter = u'-'; // an IPv6 address has what no file system has everywhere
    }
    return QStringLiteral("port-map-%1.png").arg(host);
}

void PortMapDock::save()
{
    const QString began =
        QLocale().toString(m_model.store().startedAt().toLocalTime(), QLocale::LongFormat);
    askFileName(std::make_shared<const PortMapPicture>(
        PortMapPicture::of(m_feed.data(), tr("Port map, %1", "host").arg(hostText(false)),
                           tr("Scan of %1", "date and time").arg(began))));
}

void PortMapDock::setNextFileName(const QString &path)
{
    m_files->setNextFileName(path);
}

void PortMapDock::askFileName(const std::shared_ptr<const PortMapPicture> &picture)
{
    m_messages->dismiss(messageId());
    FileQuestion::NewFile file;
    file.title = tr("Save the port map");
    file.name = suggestedName();
    file.forms = {{tr("PNG images (*.png)"), QStringLiteral("png")},
                  {tr("SVG drawings (*.svg)"), QStringLiteral("svg")}};
    file.firstFolder = QStandardPaths::PicturesLocation;
    m_files->askForNewFile(file, [this, picture](const QString &path) { write(picture, path); });
}

void PortMapDock::write(const std::shared_ptr<const PortMapPicture> &picture, const QString &path)
{
    runInBackground<QString>(
        this, [picture, path] { return savePortMap(*picture, path); },
        [this, picture, path](const QString &error) { onWritten(picture, path, error); });
}

void PortMapDock::onWritten(const std::shared_ptr<const PortMapPicture> &picture,
                            const QString &path, const QString &error)
{
    if (error.isEmpty()) {
        m_messages->post({.id = messageId(),
                          .level = MessageLevel::Information,
                          .text = tr("Saved as %1.").arg(isolatedPath(path)),
                          .actions = {}});
        return;
    }
    m_messages->post(
        {.id = messageId(),
         .level = MessageLevel::Error,
         .text = tr("%1 was not written: %2").arg(isolatedPath(path), plainText(error)),
         .actions = {{tr("S&ave elsewhere…"), [this, picture] { askFileName(picture); }},
                     {tr("Try a&gain"), [this, picture, path] { write(picture, path); }}}});
}

} // namespace roadstead
