import fc from 'fast-check';
import { fargateSize } from '../../src/constructs/fargate-size';
import { sizes } from '../../src/model/sizes';

test.each([
  [sizes.small.cpu, sizes.small.memory, 1024, 3072],
  [sizes.standard.cpu, sizes.standard.memory, 1024, 4096],
  [sizes.large.cpu, sizes.large.memory, 2048, 8192],
  [1, 1, 256, 512],
  [250, 513, 256, 1024],
  [251, 512, 512, 1024],
  [1000, 8193, 2048, 9216],
  [5000, 17000, 8192, 20480],
  [16000, 122880, 16384, 122880],
])('%d thousandths and %d MiB become %d units and %d MiB', (milliCpu, memory, cpu, memoryLimitMiB) => {
  expect(fargateSize(milliCpu, memory)).toEqual({ cpu, memoryLimitMiB });
});

test('the size is never too small', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16000 }), fc.integer({ min: 1, max: 122880 }), (milliCpu, memory) => {
      const { cpu, memoryLimitMiB } = fargateSize(milliCpu, memory);
      expect(cpu).toBeGreaterThanOrEqual(milliCpu * 1.024);
      expect(memoryLimitMiB).toBeGreaterThanOrEqual(memory);
    }),
  );
});

test.each([
  [16001, 1, '16.001 and 1'],
  [1, 122881, '0.001 and 122881'],
])('fails for %d thousandths and %d MiB', (milliCpu, memory, got) => {
  expect(() => fargateSize(milliCpu, memory)).toThrow(
    new Error(`size: expected at most 16 cores and 122880 MiB, got ${got}; add replicas`),
  );
});
