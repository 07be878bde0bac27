/** What came of an example, in words. */
import { keyPart } from '../../../ui/principles';
import { t } from '../../../ui/text';
import type { ExampleResult } from '../../types';

export function exampleText({ kind, problem }: Pick<ExampleResult, 'kind' | 'problem'>): string {
  return problem === null ? t(`studio_example_ok_${kind}`) : t(`studio_example_${keyPart(problem)}`);
}
