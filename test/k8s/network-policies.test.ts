import { onKubernetes } from '../fixtures';
import { rendered } from './support';

test('closes the namespace both ways', () => {
  expect(rendered(onKubernetes(), 'NetworkPolicy', 'default-deny').spec).toEqual({
    podSelector: {},
    policyTypes: ['Egress', 'Ingress'],
  });
});
