import { useState, type ReactNode } from 'react';
import { adresOf, leadsToDoor, sameHome, type Adres } from '../../../../../shared/domain/adres.ts';
import { useOperation } from '../../../../app/api.ts';
import { useToday } from '../../../../app/clock.ts';
import type { Card } from '../useCard.ts';
import { MoveAlongDialog } from './MoveAlongDialog.tsx';

/** A move of one pupil that was saved. */
export interface Moved {
  leerlingId: number;
  from: Adres;
  address: Adres;
  /** First day of the new address; absent: the former one was a mistake. */
  date?: string | undefined;
}

/** Asks who moves along with a pupil whose address was saved; nothing when there is nobody to ask about. */
export function MoveAlongQuestion({ moved, onClose }: { moved: Moved; onClose: () => void }) {
  const { date, ...question } = moved;
  const preview = useOperation('gezin.previewMove', question).data;
  if (!preview || preview.leerlingen.length + preview.verzorgers.length === 0) return null;
  return <MoveAlongDialog {...question} date={date} onClose={onClose} />;
}

/** A card whose saving is followed, where the address of a known pupil changed, by the question about the family. */
export function useMoveAlong(card: Card): { card: Card; question: ReactNode } {
  const today = useToday();
  const [moved, setMoved] = useState<Moved>();
  const { base, mine } = card.state;
  const save = async () => {
    const [from, address] = [adresOf(base.persoon), adresOf(mine.persoon)];
    const date = (mine.movedOn ?? today) || undefined;
    const saved = await card.save();
    const moves = leadsToDoor(from) && leadsToDoor(address) && !sameHome(from, address);
    if (saved && moves && mine.id !== undefined) setMoved({ leerlingId: mine.id, from, address, date });
    return saved;
  };
  const question = moved ? <MoveAlongQuestion moved={moved} onClose={() => setMoved(undefined)} /> : null;
  return { card: { ...card, save }, question };
}
