// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QIcon>

#include <functional>

namespace roadstead {

/// A toggle for one kind of a table's rows: shape, word and live count. Checked is plain to see: a
/// tick, a filled ground and a border in the highlight colour (the pressed look of Qt's own style
/// is too faint). Ctrl+click asks for this one alone; so do the window's keys.
class CountChip : public QAbstractButton
{
    Q_OBJECT

public:
    /// Draws the chip's shape, in a palette's colours.
    using IconMaker = std::function<QIcon(const QPalette &)>;

    CountChip(const QString &word, const IconMaker &makeIcon, QWidget *parent = nullptr);
    ~CountChip() override;
    Q_DISABLE_COPY_MOVE(CountChip)

    [[nodiscard]] quint64 count() const { return m_count; }
    void setCount(quint64 count);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void onlyThisRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    void paintBox(QPainter &painter, const QRectF &area) const;
    void describe();

    QString m_word;
    IconMaker m_makeIcon;
    quint64 m_count = 0;
    QIcon m_icon;
};

} // namespace roadstead
