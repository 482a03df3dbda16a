import { useState, type ReactNode } from 'react';
import { addressOf, isNoAddress, sameAddress, type Address } from '../../../../../shared/domain/address.ts';
import { useOperation } from '../../../../app/api.ts';
import { useToday } from '../../../../app/clock.ts';
import type { Card } from '../useCard.ts';
import { MoveAlongDialog } from './MoveAlongDialog.tsx';

interface Moved {
  leerlingId: number;
  from: Address;
  address: Address;
}

/** Asks who moves along with a pupil whose address was saved; nothing when there is nobody to ask about. */
function MoveAlongQuestion({ moved, onClose }: { moved: Moved; onClose: () => void }) {
  const date = useToday();
  const preview = useOperation('gezin.previewMove', moved).data;
  if (!preview || preview.leerlingen.length + preview.verzorgers.length === 0) return null;
  return <MoveAlongDialog {...moved} date={date} onClose={onClose} />;
}

/** A card whose saving is followed, where the address of a known pupil changed, by the question about the family. */
export function useMoveAlong(card: Card): { card: Card; question: ReactNode } {
  const [moved, setMoved] = useState<Moved>();
  const { base, mine } = card.state;
  const save = async () => {
    const [from, address] = [addressOf(base.persoon), addressOf(mine.persoon)];
    const saved = await card.save();
    const moves = !isNoAddress(from) && !isNoAddress(address) && !sameAddress(from, address);
    if (saved && moves && mine.id !== undefined) setMoved({ leerlingId: mine.id, from, address });
    return saved;
  };
  const question = moved ? <MoveAlongQuestion moved={moved} onClose={() => setMoved(undefined)} /> : null;
  return { card: { ...card, save }, question };
}
