// The questions to an owner as a file to fill in, which comes back by the same columns.
import type { OwnerQuestions } from '$lib/domain/owner-questions';
import { completableField } from '$lib/domain/completion';
import { answerForm, ownerName, ownerQuestion } from '$lib/text/owner-questions';
import type { ExportColumn, ExportValue } from './csv';
import { exportFileName } from './file-name';

const text = (header: string): ExportColumn => ({ header, format: 'text' });

export const questionnaireColumns: readonly ExportColumn[] = [
	text('system_id'),
	text('namn'),
	text('falt'),
	text('fraga'),
	text('mojliga_svar'),
	text('svar'),
	text('kalla'),
	{ header: 'kalldatum', format: 'day' }
];

/** A row per question, the system with most kronor first. */
export function questionnaireRows({ systems }: OwnerQuestions): (ExportValue | undefined)[][] {
	return systems.flatMap(({ systemId, name, missing }) =>
		missing.map((field) => [
			systemId,
			name,
			completableField(field, 'system')?.header ?? field,
			ownerQuestion(field),
			answerForm(field)
		])
	);
}

/** `fraga-agaren_it-chef_servicenämnden.csv`. */
export function questionnaireName({ owner }: OwnerQuestions): string {
	return exportFileName(['fraga-agaren', ownerName(owner), owner.name ? (owner.unit ?? '') : '']);
}
