import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { ContactForm } from '../../../shared/api/aansluiting.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { showAtField } from '../../components/TextField.tsx';
import { ContactFields } from './ContactFields.tsx';
import { contactOf, contactValues, valuesOf, type ContactValues } from './contactValues.ts';

const judge = zodResolver(contactValues);

/** Fills in the contactgegevens (Stappenplan steps 2 and 7). What is refused stays in its field. */
export function ContactDialog({ contact, onClose }: { contact: ContactForm; onClose: () => void }) {
  const notify = useNotify();
  const form = useForm<ContactValues>({
    defaultValues: valuesOf(contact),
    resolver: (values, context, options) => judge({ ...values, contact: contactOf(values) }, context, options),
  });
  const save = useAction('aansluiting.saveContact', {
    onSuccess: () => {
      notify('De contactgegevens zijn opgeslagen. Controleer of ze zo in Mijn BRON staan.');
      onClose();
    },
    onError: ({ failure }) => showAtField(form, failure),
  });
  return (
    <ActionDialog
      title="Contactgegevens"
      submit="Opslaan"
      busy={save.isPending}
      failure={save.error?.failure}
      onSubmit={() => void form.handleSubmit((values) => save.mutate(contactOf(values)))()}
      onClose={onClose}
    >
      <ContactFields control={form.control} />
    </ActionDialog>
  );
}
