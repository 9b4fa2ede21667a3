// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "ui/model/cancellation.h"
#include "ui/parts/messagebar.h"
#include "ui/window/windowactions.h"

#include <QWidget>

class QMainWindow;
class QSplitter;

namespace roadstead {

class DetailsDock;
class FilterRow;
class Launcher;
class OpenWith;
class PortCatalogue;
class PortMapDock;
class ResultModel;
class ResultNarrowing;
class ResultTable;
class ResultsArea;
class RowCommands;
class Settings;
class TableCommands;
struct PortSearch;
struct ScanTexts;
struct ShownScan;

/// How many results are seen.
struct ShownCounts
{
    quint64 shown = 0;
    quint64 total = 0;
    std::array<quint64, kPortStateCount> hidden{}; ///< by state: those whose chip is off
};

/// All that shows results: filter and chips, the list of hosts or services, the table, and docked
/// beside them the details and the port map; and the actions on all of these.
class ResultsDesk final : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this; what belongs to a program is started by `launcher`.
    ResultsDesk(const PortCatalogue &catalogue, Settings &settings, WindowActions &actions,
                Launcher &launcher, QWidget *window);
    ~ResultsDesk() override;
    Q_DISABLE_COPY_MOVE(ResultsDesk)

    [[nodiscard]] ResultModel &model() const { return *m_model; }
    [[nodiscard]] ResultTable *table() const { return m_table; }
    [[nodiscard]] OpenWith &openWith() const { return *m_openWith; }
    /// For the window's menus.
    [[nodiscard]] WindowActions::Submenus submenus() const;

    /// A new scan begins, whose rows' times count from then.
    void clear(const QDateTime &startedAt);
    /// Puts the counts on the chips, and shows the table or what is to be said in its place.
    ShownCounts refresh(const ShownScan &scan);
    /// Clears the filter, else what the list is narrowed to, else goes to the table. It never stops
    /// a scan: too easily pressed for something else.
    void onEscape();

    /// Nothing else: what is not as expected, of whatever state.
    void showUnexpected();

    void restoreSettings();
    void saveSettings();

signals:
    void scanRequested(const QString &targets);
    /// The shown scan again.
    void retryRequested();
    void slowerRequested();
    void editTargetsRequested();
    void exportRequested();
    /// Texts for the fields, to be scanned.
    void scanWanted(const roadstead::ScanTexts &texts);
    void excludeWanted(const QString &excludedTargets);
    /// A text for the field of ports.
    void portsWanted(const QString &ports);
    /// Somebody chose what is to be seen: counts and pages are to be put up to date at once.
    void choiceChanged();
    void said(const roadstead::Message &message);
    void unsaid(const QString &messageId);

private:
    void setupUi(const QStringList &networks);
    void createCommands(Launcher &launcher, QWidget *window);
    void connectFilter();
    void connectViews();
    void connectDocks();
    void connectRows();
    void fillMenus();
    void onShownChanged(PortState state, bool shown);
    void onNarrowed(const ResultNarrowing &narrowing);
    void onCurrentRow();
    void onOtherResults();
    void onActivated();
    void showHostMap();
    [[nodiscard]] QString excludedTargets() const;
    void goToPort(quint16 port);
    void onPortFound(quint16 port, qint64 storeRow);
    bool select(quint32 storeRow);
    void uncover(quint32 storeRow);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    WindowActions &m_actions;
    ResultModel *m_model = nullptr;
    FilterRow *m_filter = nullptr;
    GroupPane *m_groups = nullptr;
    ResultTable *m_table = nullptr;
    ResultsArea *m_area = nullptr;
    DetailsDock *m_details = nullptr;
    PortMapDock *m_map = nullptr;
    QSplitter *m_splitter = nullptr; ///< the list, and the table
    QMainWindow *m_docks = nullptr; ///< both, and what is docked beside them
    OpenWith *m_openWith = nullptr;
    RowCommands *m_rows = nullptr;
    QString m_scannedPorts; ///< of the shown scan, as they were typed
    Cancellation m_search; ///< for the row of a port
    qint64 m_awaited = -1; ///< store row to be selected as soon as it is shown
};

} // namespace roadstead
