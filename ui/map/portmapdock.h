// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapfeed.h"

#include <QDockWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace roadstead {

class EmptyPage;
class FileQuestion;
class MessageBar;
class PortMapLegend;
class PortMapView;
class ResultModel;
class Settings;
struct PortMapPicture;

/// The port map with whose ports it shows, what is under the cursor, legend, zoom and saving. Costs
/// nothing while it is hidden.
class PortMapDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PortMapDock(const ResultModel &model, Settings &settings, QWidget *parent = nullptr);
    ~PortMapDock() override;
    Q_DISABLE_COPY_MOVE(PortMapDock)

    /// The store's index of a host, or PortMapData::kAllHosts, which a new scan goes back to.
    void setHost(quint32 host);
    [[nodiscard]] quint32 host() const { return m_feed.host(); }
    /// Moves the cursor there; nothing is emitted.
    void setPort(quint16 port);
    [[nodiscard]] const PortMapFeed &feed() const { return m_feed; }
    [[nodiscard]] PortMapView *view() const { return m_view; }
    /// Asks where to, and writes what is seen now as PNG or SVG. Says in place how it went.
    void save();
    /// For tests: the answer to the next question for a file name, which is then not asked.
    void setNextFileName(const QString &path);

signals:
    /// Enter, or a click on a cell.
    void portActivated(quint16 port);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QToolButton *makeButton(const char *name, const QString &text,
                                          const QString &explanation);
    void connectSignals();
    void alignTexts();
    void showHost();
    void showCurrent(const QString &text);
    void showPage();
    void showZoom();
    [[nodiscard]] QString hostText(bool isIsolated) const;
    [[nodiscard]] QString suggestedName() const;
    void write(const std::shared_ptr<const PortMapPicture> &picture, const QString &path);
    void onWritten(const std::shared_ptr<const PortMapPicture> &picture, const QString &path,
                   const QString &error);
    void askFileName(const std::shared_ptr<const PortMapPicture> &picture);

    const ResultModel &m_model;
    PortMapFeed m_feed;
    PortMapView *m_view = nullptr;
    PortMapLegend *m_legend = nullptr;
    QLabel *m_hostLabel = nullptr;
    QLabel *m_current = nullptr;
    QToolButton *m_allHosts = nullptr; ///< back to them
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_fit = nullptr;
    QToolButton *m_save = nullptr;
    MessageBar *m_messages = nullptr;
    EmptyPage *m_empty = nullptr;
    QStackedWidget *m_pages = nullptr;
    FileQuestion *m_files = nullptr;
};

} // namespace roadstead
